package org.midex.validation.internal;

/** The keys of one run, which all its checks share. */
public record Keys(KeyHash hash, KeyTable table) {}
