import { compareVerdicts } from './compare-verdicts';

compareVerdicts(1, 3);
