import * as v from 'valibot';
import { readFrontMatter } from '../../src/plugin/markdown-front-matter';

const LessonFrontMatter = v.object({ slug: v.string(), sidebar_position: v.number() });

/** Where a lesson's file says that it stands in the course. @throws ValiError when it does not say it */
export function lessonFrontMatter(source: string): v.InferOutput<typeof LessonFrontMatter> {
  return v.parse(LessonFrontMatter, readFrontMatter(source)?.data);
}
