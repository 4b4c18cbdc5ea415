import TabItem from '@theme/TabItem';
import Tabs from '@theme/Tabs';
import MDXComponents from '@theme-original/MDXComponents';
import { Exercise } from '../../ui/exercise/exercise';
import { ExerciseHint, ExerciseTask } from '../../ui/exercise/exercise-parts';
import { LessonTable } from '../../ui/lesson/lesson-table';
import { LayerTrace } from '../../ui/playground/layer-trace';
import { Playground } from '../../ui/playground/playground';
import { Psql } from '../../ui/psql/psql';
import { Quiz } from '../../ui/quiz/quiz';
import { QuizItem, QuizPair, QuizQuestion, QuizSlot } from '../../ui/quiz/quiz-parts';

const quiz = { Quiz, QuizItem, QuizPair, QuizQuestion, QuizSlot };

/** What lessons may use by name, besides Docusaurus's own. */
export default {
  ...MDXComponents,
  table: LessonTable,
  Exercise,
  ExerciseHint,
  ExerciseTask,
  LayerTrace,
  Playground,
  Psql,
  TabItem,
  Tabs,
  ...quiz,
};
