/** The folder of the page in which learners' programs run, under the site's base URL: `static/program/index.html`. */
export const PROGRAM_FRAME = 'program';
