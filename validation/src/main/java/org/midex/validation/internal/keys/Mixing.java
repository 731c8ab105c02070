package org.midex.validation.internal.keys;

/** Spreads the bits of numbers. */
public final class Mixing {
  private Mixing() {}

  /** SplitMix64's finisher: a permutation in which every input bit moves every output bit. */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
