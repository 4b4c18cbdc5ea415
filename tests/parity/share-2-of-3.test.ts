import { compareVerdicts } from './compare-verdicts';

compareVerdicts(2, 3);
