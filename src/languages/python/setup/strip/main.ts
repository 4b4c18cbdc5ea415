// Strips Python's sources with Pyodide's own Python, which knows its syntax. A program of its own, because whoever needs
// what it makes waits for it in place.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { loadPyodide } from 'pyodide';

/**
 * Parts of Python's library that can do nothing here (other machines, other processes, terminals), that only
 * other parts of it use, or that read formats which no lesson has.
 */
const LEFT_OUT = [
  ...['_pyio.py', 'doctest.py', 'ensurepip/', 'ftplib.py', 'idlelib/', 'imaplib.py', 'mailbox.py'],
  ...['multiprocessing/', 'optparse.py', 'pickletools.py', 'poplib.py', 'pydoc_data/', 'smtplib.py'],
  ...['tkinter/', 'turtledemo/', 'venv/', 'wave.py', 'wsgiref/', 'xml/dom/', 'xmlrpc/'],
  // All of Python's own prompt but what help() shows its texts with.
  ...[
    'base_eventqueue',
    'co',
    'curses',
    'fancy',
    'historical',
    'input',
    'key',
    'main',
    'reader',
    'readline',
    'simple',
  ].map((name) => `_pyrepl/${name}`),
  ...['_pyrepl/_m', '_pyrepl/_t', '_pyrepl/terminfo', '_pyrepl/unix', '_pyrepl/windows'],
  // Encodings of mainframes, of old Macs, and of DOS in other countries.
  ...['encodings/cp0', 'encodings/cp5', 'encodings/cp7', 'encodings/cp8', 'encodings/cp10', 'encodings/cp11'],
  ...['encodings/mac_', 'encodings/hp_', 'encodings/kz', 'encodings/palmos', 'encodings/ptcp', 'encodings/tis'],
];

/** Where Pyodide has its library. */
const LIBRARY = '/lib/python314.zip';

async function main([job = '', target = '']: readonly string[]): Promise<void> {
  const pyodide = await loadPyodide();
  pyodide.mountNodeFS('/target', job === 'library' ? path.dirname(target) : target);
  pyodide.runPython(readFileSync(path.join(import.meta.dirname, 'strip.py'), 'utf8'));
  pyodide.runPython(
    job === 'library'
      ? `strip_library("${LIBRARY}", "/target/${path.basename(target)}", ${JSON.stringify(LEFT_OUT)})`
      : 'strip_folder("/target")',
  );
}

void main(process.argv.slice(2));
