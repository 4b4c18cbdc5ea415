import path from 'node:path';
import { UNTRIED } from '../../core/progress';
import type { CheckReport } from '../../core/check-report';
import type { EngineChoice } from '../../core/run-report';
import type { ExerciseSource } from '../../plugin/read-course';
import { isEmptyAnswer, isStarter, readAnswer, writeStarter } from '../answer-file';
import type { NodeChecker } from '../node-checker';
import type { ProgressFile } from '../progress-file';
import { keyCommand } from './key-command';
import type { AnswerState, LearnView } from './learn-view';
import { Rerunner } from './rerunner';
import { watchFile } from './watch-file';

/** Shows a session: on a whole screen, or line by line. */
export interface LearnDisplay {
  /** Another exercise is there. */
  opened(view: LearnView): void;
  /** Something of the exercise changed; `note` is something to say once, or the empty string. */
  changed(view: LearnView, note: string): void;
  /** Something about the learner's files that has to be said. */
  notice(message: string): void;
}

interface LearnSessionOptions {
  /** The project's folder. */
  readonly root: string;
  /** In the course's order; at least one. */
  readonly sources: readonly ExerciseSource[];
  readonly checker: NodeChecker;
  readonly progress: ProgressFile;
  readonly engine: EngineChoice;
  readonly display: LearnDisplay;
  /** Whether a save that passes leads on to the next exercise by itself, for where there are no keys. */
  readonly goesOn: boolean;
}

const ASK =
  'You have not checked an answer yet. Show the solution all the same? y shows it, any other key lets you try first.';

/** Learning by doing: one exercise at a time, each save of its answer checked. */
export class LearnSession {
  readonly #options: LearnSessionOptions;
  readonly #checks: Rerunner;
  #source: ExerciseSource;
  #hintsShown = 0;
  #solutionShown = false;
  #asking = false;
  #answer: AnswerState = { kind: 'unchecked' };
  #stopWatching: () => void = () => undefined;

  /** @param source the exercise to begin with */
  constructor(options: LearnSessionOptions, source: ExerciseSource) {
    this.#options = options;
    this.#source = source;
    this.#checks = new Rerunner(() => this.#check());
  }

  /** What there is to see now. */
  get view(): LearnView {
    const { sources } = this.#options;
    const next = this.#next();
    return {
      source: this.#source,
      index: this.#index,
      count: sources.length,
      passed: this.#isPassed(this.#source),
      hintsShown: this.#hintsShown,
      solutionShown: this.#solutionShown,
      answer: this.#answer,
      next: next === null ? null : (sources[next] ?? null),
    };
  }

  /** The exercise that `n` leads to; `null` when all are passed and this is the last one. */
  #next(): number | null {
    const { sources } = this.#options;
    if (this.#index + 1 < sources.length) return this.#index + 1;
    const waiting = sources.findIndex((source) => source !== this.#source && !this.#isPassed(source));
    return waiting < 0 ? null : waiting;
  }

  get #index(): number {
    return this.#options.sources.indexOf(this.#source);
  }

  #isPassed({ exercise }: ExerciseSource): boolean {
    return this.#options.progress.read().exercises[exercise.id]?.status === 'passed';
  }

  /** Opens the exercise: its file is there afterwards, and each save of it is checked. */
  open(): void {
    const { root, display } = this.#options;
    const source = this.#source;
    if (readAnswer(root, source) === null) writeStarter(root, source);
    this.#stopWatching = watchFile(path.join(root, source.answerFile), () => void this.#saved(source));
    display.opened(this.view);
  }

  /** Opens the exercise, and checks its answer if there is one; an untouched starter is known to be wrong. */
  openBegun(): void {
    this.open();
    const code = readAnswer(this.#options.root, this.#source);
    if (code !== null && !isStarter(code, this.#source)) void this.check();
  }

  /** Resolves when no check is under way. */
  settled(): Promise<void> {
    return this.#checks.settled();
  }

  #goTo(source: ExerciseSource): void {
    this.close();
    this.#source = source;
    this.#hintsShown = 0;
    this.#solutionShown = false;
    this.#asking = false;
    this.#answer = { kind: 'unchecked' };
  }

  async #saved(source: ExerciseSource): Promise<void> {
    await this.check();
    const { goesOn } = this.#options;
    const { answer, next } = this.view;
    const passed = answer.kind === 'checked' && answer.report.verdict === 'passed';
    // After several saves in a row only the first one to see the verdict goes on.
    if (!goesOn || !passed || !next || source !== this.#source) return;
    this.#goTo(next);
    this.open();
  }

  /** Checks the answer as it is now; once more at the end if it is asked for while a check runs. */
  check(): Promise<void> {
    return this.#checks.run();
  }

  async #check(): Promise<void> {
    const { root, checker, progress, engine, display } = this.#options;
    const source = this.#source;
    const set = (answer: AnswerState): void => {
      // Whoever has gone on to another exercise does not want to hear of this one.
      if (source !== this.#source) return;
      this.#answer = answer;
      display.changed(this.view, '');
    };
    const code = readAnswer(root, source) ?? '';
    if (isEmptyAnswer(code)) {
      set({ kind: 'empty' });
      return;
    }
    set({ kind: 'checking' });
    // No command waits for this check and could report that it broke.
    const report = await checker
      .check(source.exercise, code, engine)
      .catch((error: unknown): CheckReport => ({ verdict: 'broken', message: String(error) }));
    if (report.verdict === 'passed' || report.verdict === 'failed') {
      const { id } = source.exercise;
      progress.dispatch({ kind: 'checked', id, passed: report.verdict === 'passed', at: new Date() });
    }
    set({ kind: 'checked', report, code, at: new Date() });
  }

  /** Does what a key asks for. @returns whether the session goes on */
  press(key: string): boolean {
    const { sources, progress, display } = this.#options;
    const { id } = this.#source.exercise;
    const command = keyCommand(key, {
      index: this.#index,
      count: sources.length,
      next: this.#next(),
      hints: this.#source.task.hints.length,
      hintsShown: this.#hintsShown,
      solutionShown: this.#solutionShown,
      tried: (progress.read().exercises[id] ?? UNTRIED).checks > 0,
      asking: this.#asking,
    });
    this.#asking = command.kind === 'ask-solution';
    switch (command.kind) {
      case 'quit':
        return false;
      case 'none':
        break;
      case 'check':
        void this.check();
        break;
      case 'go': {
        const source = sources[command.index];
        if (!source) break;
        this.#goTo(source);
        this.openBegun();
        break;
      }
      case 'hint':
        this.#hintsShown = command.shown;
        progress.dispatch({ kind: 'hint', id, shown: command.shown });
        display.changed(this.view, '');
        break;
      case 'ask-solution':
        display.changed(this.view, ASK);
        break;
      case 'solution':
        this.#solutionShown = true;
        progress.dispatch({ kind: 'solution', id });
        display.changed(this.view, '');
        break;
      case 'say':
        display.changed(this.view, command.text);
    }
    return true;
  }

  close(): void {
    this.#stopWatching();
  }
}
