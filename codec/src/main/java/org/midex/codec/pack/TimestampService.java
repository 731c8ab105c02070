package org.midex.codec.pack;

import java.io.IOException;

/** Gives timestamps (RFC 3161). */
public interface TimestampService {
  /**
   * Asks for a timestamp.
   *
   * @param request a TimeStampReq, DER
   * @return a TimeStampResp, DER
   */
  byte[] answer(byte[] request) throws IOException;
}
