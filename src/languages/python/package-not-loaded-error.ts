/** A package that a program imports cannot be had. The Python that should have it is as good as before. */
export class PackageNotLoadedError extends Error {
  override readonly name = 'PackageNotLoadedError';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
