import * as v from 'valibot';
import { LANES, TraceDetailSchema } from '../../core/layer-trace';
import type { OpenEvent, TraceRecorder } from '../trace-recorder';

const LaneSchema = v.picklist(LANES);

/** What layer_by_layer/trace.py tells: details come as JSON. */
export class PythonTrace {
  readonly #recorder: TraceRecorder;
  readonly #open: OpenEvent[] = [];
  /** What is added to titles: whose doing it is, where that is not the program's. */
  aside = '';

  constructor(recorder: TraceRecorder) {
    this.#recorder = recorder;
  }

  /** @returns the event's number; -1 when it is not kept, nor anything after it */
  began(lane: string, title: string, detail: string): number {
    const event = this.#recorder.open(v.parse(LaneSchema, lane), title + this.aside, read(detail));
    return event === null ? -1 : this.#open.push(event) - 1;
  }

  ended(number: number, detail: string | null | undefined, error: string | null | undefined): void {
    const told = typeof detail === 'string' ? { detail: read(detail) } : {};
    this.#open[number]?.end({ ...told, error: error ?? null });
  }

  failed(number: number, error: string): void {
    this.#open[number]?.fail(error);
  }

  told(number: number, detail: string): void {
    this.#open[number]?.tell(read(detail));
  }
}

function read(detail: string): v.InferOutput<typeof TraceDetailSchema> {
  return v.parse(TraceDetailSchema, JSON.parse(detail));
}
