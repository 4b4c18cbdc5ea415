// A page with nothing but PGlite in a worker, as its makers ship it: a click boots it and asks one query.
const button = document.querySelector('button');
button?.addEventListener('click', () => {
  const code = `
    import { PGlite } from ${JSON.stringify(new URL('/postgres/index.js', location.origin).href)};
    const pglite = await PGlite.create();
    postMessage((await pglite.query('SELECT 42 AS answer')).rows[0].answer);`;
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<number>) => {
    document.body.dataset['answer'] = String(data);
  };
});
