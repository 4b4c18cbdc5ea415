import MDXComponents from '@theme-original/MDXComponents';
import { Exercise } from '../../ui/exercise/exercise';
import { ExerciseHint, ExerciseTask } from '../../ui/exercise/exercise-parts';
import { Playground } from '../../ui/playground/playground';

/** What lessons may use by name, besides Docusaurus's own. */
export default { ...MDXComponents, Exercise, ExerciseHint, ExerciseTask, Playground };
