import { compareVerdicts } from './compare-verdicts';

compareVerdicts(3, 3);
