/** Something wrong in the course's own content, for the person who wrote it. */
export interface Fault {
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** One line a fault, in the form that editors make a link of. */
export function faultText({ file, line, message }: Fault): string {
  return `${file}:${String(line)}: ${message}`;
}
