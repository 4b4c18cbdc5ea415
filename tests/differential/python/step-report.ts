import * as v from 'valibot';

const StepReport = v.object({
  step: v.string(),
  value: v.optional(v.string()),
  raised: v.optional(v.unknown()),
  printed: v.string(),
  warned: v.array(v.string()),
});

/** What a step gave: steps/harness.py. */
export type StepReport = v.InferOutput<typeof StepReport>;

/** Reads what the harness printed. */
export function readStepReports(printed: string): Map<string, StepReport> {
  const reports = printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => v.parse(StepReport, JSON.parse(line)));
  return new Map(reports.map((report) => [report.step, report]));
}
