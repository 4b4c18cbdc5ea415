import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium';

/** Keeps Chromium from calling home: the tests look at every request. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium.
 * @param args further arguments
 */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  // Chromium's sandbox does not work for root, which is what a container usually is.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium(), args: [...ARGS, ...sandbox, ...args] });
}
