import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExerciseSource } from '../plugin/read-course';

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads code as an editor saved it. @param file its path */
export function readCode(file: string): string {
  return readFileSync(file, 'utf8').replace(BYTE_ORDER_MARK, '');
}

/** What the learner wrote in the clone; `null` when there is no file yet. */
export function readAnswer(root: string, { answerFile }: ExerciseSource): string | null {
  const file = path.join(root, answerFile);
  return existsSync(file) ? readCode(file) : null;
}

/** Puts the starter into the answer's file, whatever was there. */
export function writeStarter(root: string, { answerFile, exercise }: ExerciseSource): void {
  const file = path.join(root, answerFile);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, exercise.starter === '' ? '' : `${exercise.starter}\n`);
}

/** Whether nothing has been changed since the file was created. */
export function isStarter(code: string, { exercise }: ExerciseSource): boolean {
  return code.trimEnd().replaceAll('\r\n', '\n') === exercise.starter.replaceAll('\r\n', '\n');
}

/** Whether there is nothing to check. */
export function isEmptyAnswer(code: string): boolean {
  return code.trim() === '';
}

/** What to do about an empty answer, in a sentence. */
export function emptyAnswerText({ answerFile, exercise }: ExerciseSource, file = answerFile): string {
  return `${file} is empty: write your answer into it and save it, or get the starter back with \`npm run reset -- ${exercise.id}\`.`;
}
