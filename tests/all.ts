// Every check of the project, one after the other; ends with the counts.
import { spawnSync } from 'node:child_process';

const STEPS: readonly string[] = ['types', 'lint', 'format:check', 'imports', 'dead-code', 'unit', 'build'];

let failed = 0;
for (const step of STEPS) {
  console.log(`\n== npm run ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit' });
  if (status !== 0) {
    failed++;
    console.log(`FAIL  npm run ${step}`);
  }
}
console.log(`\n${String(STEPS.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
