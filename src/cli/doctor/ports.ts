import { createServer } from 'node:net';
import { broken, type Check, type Finding, needsConfiguration, ok, warning } from './check.ts';
import { send } from './http.ts';

export const ports: Check = {
  name: 'ports',
  async run({ config }) {
    if (!config) return needsConfiguration;
    const { host, port, metrics } = config;
    return [
      await checkPort('PORT', host, port, '/healthz'),
      ...(metrics ? [await checkPort('METRICS_PORT', metrics.host, metrics.port, '/metrics')] : []),
      ...(metrics && ['0.0.0.0', '::'].includes(metrics.host)
        ? [
            warning(
              'The metrics are served on every address of this machine.',
              'Keep METRICS_PORT out of reach from outside, or set METRICS_HOST.',
            ),
          ]
        : []),
    ];
  },
};

async function checkPort(name: string, host: string, port: number, path: string): Promise<Finding> {
  const code = await tryToListen(host, port);
  if (code === undefined) return ok(`${name} ${port} is free.`);
  if (code === 'EADDRINUSE') return checkOccupant(name, host, port, path);
  if (code === 'EACCES')
    return broken(`${name} ${port} is not for this user.`, `Set ${name} to 1024 or more.`);
  return broken(
    `${name} ${port} cannot be opened on ${host} (${code}).`,
    'Look at HOST: it must be an address of this machine.',
  );
}

async function checkOccupant(name: string, host: string, port: number, path: string): Promise<Finding> {
  const reached = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const answer = await send(
    new URL(`http://${reached.includes(':') ? `[${reached}]` : reached}:${port}${path}`),
  );
  if (!('failure' in answer) && answer.status === 200) return ok(`A running bot answers on ${name} ${port}.`);
  return broken(
    `${name} ${port} is taken by another program.`,
    `Stop that program, or set ${name} to another port.`,
  );
}

/** @returns the system's word for why not */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
