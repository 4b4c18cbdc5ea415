import { type ReactNode, useState } from 'react';
import { numberText } from '../../core/count-text';
import { lanesOf } from '../../core/layer-trace';
import type { RunReport } from '../../core/run-report';
import { LayerTrace } from '../trace/layer-trace';
import { Disclosure } from './disclosure';

/** What each layer did in a run, folded at first. A program that reached no other layer has nothing to show here. */
export function TraceDisclosure({ report }: { readonly report: RunReport }): ReactNode {
  const [open, setOpen] = useState(false);
  const { trace } = report;
  if (lanesOf(trace).length < 2) return null;
  return (
    <Disclosure summary={`What each layer did (${numberText(trace.length)} steps)`} onToggle={setOpen}>
      {open && <LayerTrace report={report} />}
    </Disclosure>
  );
}
