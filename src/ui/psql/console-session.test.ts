import { describe, expect, test, vi } from 'vitest';
import type { ConsoleEnd, ConsoleScreen, Interrupted, OpenConsole } from '../../worker/client/console-client';
import { ConsoleSession } from './console-session';
import { screenText } from './screen';

const PROMPT = 'athleticu=# ';

/** A psql that says again what it is told, on command of the test. */
class FakeConsole implements OpenConsole {
  screen: ConsoleScreen | null = null;
  readonly typed: (string | null)[] = [];
  ends: Interrupted = 'line';
  finish: (end: ConsoleEnd) => void = () => undefined;
  closed = false;
  readonly end = new Promise<ConsoleEnd>((resolve) => {
    this.finish = resolve;
  });

  readonly open = (screen: ConsoleScreen): Promise<OpenConsole> => {
    this.screen = screen;
    return Promise.resolve(this);
  };

  type(line: string | null): void {
    this.typed.push(line);
  }

  interrupt(): Promise<Interrupted> {
    return Promise.resolve(this.ends);
  }

  complete(line: string): ReturnType<OpenConsole['complete']> {
    return Promise.resolve({ from: line.length, words: ['word'] });
  }

  close(): void {
    this.closed = true;
  }

  prompt(text = PROMPT, hidden = false): void {
    this.screen?.prompt(text, hidden);
  }

  write(text: string): void {
    this.screen?.write({ dropped: 0, pieces: [{ stream: 'out', text }] });
  }
}

async function start(
  script: readonly string[] = [],
): Promise<{ fake: FakeConsole; session: ConsoleSession; script: () => string }> {
  const fake = new FakeConsole();
  let written = script.join('\n');
  const session = new ConsoleSession(fake.open, {
    script,
    record: (change) => {
      written = change(written);
    },
  });
  await vi.waitFor(() => {
    expect(fake.screen).not.toBeNull();
  });
  await Promise.resolve();
  return { fake, session, script: () => written };
}

describe('ConsoleSession', () => {
  test('shows lines behind their prompts, and writes them down', async () => {
    const { fake, session, script } = await start();
    fake.prompt();
    session.type(['SELECT 1;']);
    expect(fake.typed).toEqual(['SELECT 1;']);
    fake.write('1\n');
    fake.prompt();
    expect(screenText(session.view().screen)).toBe('athleticu=# SELECT 1;\n1\n');
    expect(script()).toBe('SELECT 1;');
    expect(session.view().history.lines).toEqual(['SELECT 1;']);
  });

  test('lines that are pasted wait for their prompts', async () => {
    const { fake, session } = await start();
    session.type(['one', 'two', 'three']);
    expect(fake.typed).toEqual([]);
    fake.prompt();
    expect(fake.typed).toEqual(['one']);
    expect(session.view().ahead).toEqual(['two', 'three']);
    fake.prompt();
    fake.prompt();
    expect(fake.typed).toEqual(['one', 'two', 'three']);
    expect(session.view().ahead).toEqual([]);
  });

  test('Ctrl-C gives up what is typed, and what waits', async () => {
    const { fake, session, script } = await start();
    fake.prompt("athleticu'# ");
    session.type(['a', 'b']);
    await session.interrupt();
    expect(session.view().ahead).toEqual([]);
    fake.prompt("athleticu'# ");
    await session.interrupt('begun');
    expect(screenText(session.view().screen)).toContain("athleticu'# begun^C");
    expect(script()).toBe('a\n^C\n^C');
    expect(fake.typed).toEqual(['a']);
  });

  test('a script is typed without being written down again, keys included', async () => {
    const { fake, session, script } = await start(["SELECT 'open", '^C', '\\q']);
    const interrupt = vi.spyOn(fake, 'interrupt');
    fake.prompt();
    fake.prompt("athleticu'# ");
    expect(interrupt).toHaveBeenCalledOnce();
    fake.prompt();
    await Promise.resolve();
    expect(fake.typed).toEqual(["SELECT 'open", '\\q']);
    expect(script()).toBe("SELECT 'open\n^C\n\\q");
    await vi.waitFor(() => {
      expect(session.told).toContain('^C');
    });
  });

  test('a key that ends \\watch waits for its pause', async () => {
    const { fake, session } = await start(['SELECT 1 \\watch', '^C']);
    fake.ends = 'pause';
    const interrupt = vi.spyOn(fake, 'interrupt');
    fake.prompt();
    expect(interrupt).not.toHaveBeenCalled();
    fake.screen?.pause();
    expect(interrupt).toHaveBeenCalledOnce();
    await vi.waitFor(() => {
      expect(session.told).toBe('SELECT 1 \\watch\n^C');
    });
  });

  test('what is typed hidden is not shown, nor kept among the lines', async () => {
    const { fake, session, script } = await start();
    fake.prompt('Enter new password for user "coach": ', true);
    session.type(['secret']);
    expect(screenText(session.view().screen)).toBe('Enter new password for user "coach": \n');
    expect(session.view().history.lines).toEqual([]);
    expect(script()).toBe('secret');
  });

  test('an edited text stands for \\e', async () => {
    const { fake, session, script } = await start();
    fake.prompt();
    session.type(['\\e']);
    const answer = fake.screen?.edit('query', '');
    expect(session.view().editing).toEqual({ name: 'query', text: '' });
    session.edited('SELECT 7;');
    expect(await answer).toBe('SELECT 7;');
    expect(script()).toBe('SELECT 7;');
  });

  test('ends, and says why when nobody left', async () => {
    const { fake, session } = await start();
    fake.finish({ kind: 'refused', message: 'FATAL:  no' });
    await vi.waitFor(() => {
      expect(session.view().phase).toEqual({ kind: 'ended', problem: 'FATAL:  no' });
    });
    expect(await session.complete('S')).toEqual({ from: 1, words: [] });
  });

  test('a console that cannot be opened has ended', async () => {
    const session = new ConsoleSession(() => Promise.reject(new Error('Are you offline?')));
    await vi.waitFor(() => {
      expect(session.view().phase).toEqual({ kind: 'ended', problem: 'Are you offline?' });
    });
  });
});
