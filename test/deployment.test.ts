/** What describes the deployment, read as the tools read it: it names what there is. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { readConfig } from '../src/config.ts';
import { environmentVariables } from '../src/environment.ts';
import { readDockerfile } from './support/dockerfile.ts';

/** How the built bot is started, wherever it is. */
const production = /NODE_ENV=production (node .+)$/.exec(packageJson.scripts['start:prod'])?.[1];

describe('Dockerfile', () => {
  const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
  const last = stages.at(-1) ?? [];
  const of = (word: string) => last.filter((one) => one.word === word).map(({ rest }) => rest);
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

  it('copies only what there is, and what .dockerignore lets in', () => {
    const copied = stages
      .flat()
      .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from='))
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) {
      expect([path, existsSync(path)]).toEqual([path, true]);
      expect(ignored).toContain(`!${path.split('/')[0]}`);
    }
  });

  it('takes from earlier stages only, and their files from where they are made', () => {
    const names = stages.map(([from]) => / AS (\S+)$/.exec(from?.rest ?? '')?.[1]);
    const taken = of('COPY').flatMap((rest) => /^--from=(\S+) (\S+)/.exec(rest)?.slice(1) ?? []);
    expect(taken).toEqual(['build', '/app/dist']);
    expect(names).toEqual(['build', undefined]);
  });

  it('runs a Node that package.json allows, the same in every stage', () => {
    const images = new Set(stages.map(([from]) => from?.rest.split(' ')[0]));
    expect([...images]).toEqual([expect.stringMatching(/^node:24-slim$/)]);
    expect(packageJson.engines.node).toBe('>=22.20');
  });

  it('keeps tools and packages out of what runs', () => {
    expect(of('RUN').join()).not.toContain('npm');
    expect(of('COPY').join()).not.toContain('node_modules');
  });

  it('is not root when it starts, and starts the bot itself rather than a shell', () => {
    expect(of('USER')).toEqual(['1000:1000']);
    const [user, command] = ['USER', 'CMD'].map((word) => last.findIndex((one) => one.word === word));
    expect(user).toBeLessThan(command ?? 0);
    expect(of('CMD').map((rest) => (JSON.parse(rest) as string[]).join(' '))).toEqual([production]);
  });

  it('writes to /data alone, which is a volume of its own', () => {
    expect(of('ENV')).toEqual(['NODE_ENV=production DATA_DIR=/data']);
    expect(of('VOLUME')).toEqual(['/data']);
  });

  it('has its health looked at, by a file that it holds', () => {
    const [check = ''] = of('HEALTHCHECK');
    expect(JSON.parse(/CMD (\[.*\])$/.exec(check)?.[1] ?? '[]')).toEqual(['node', 'ops/healthcheck.mjs']);
    expect(of('COPY')).toContain('ops/healthcheck.mjs ops/');
    // Podman and Buildah know no others, and build nothing where one stands.
    const options = [...check.matchAll(/--([a-z-]+)=/g)].map(([, option]) => option);
    expect(options).toEqual(['interval', 'timeout', 'start-period', 'retries']);
    const [, port] = /^(\d+)$/.exec(of('EXPOSE')[0] ?? '') ?? [];
    expect(Number(port)).toBe(readConfig({}).port);
  });

  it('lets no secret and no database in', () => {
    expect(ignored.filter((line) => line !== '' && !line.startsWith('#'))[0]).toBe('*');
    expect(ignored).not.toContain('!.env');
    expect(ignored).not.toContain('!data');
  });
});

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly restart?: string;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

describe.each(['compose.yaml', 'compose.postgres.yaml'])('%s', (file) => {
  const compose = parse(readFileSync(file, 'utf8')) as Compose;
  const guide = compose.services.guide as Service;

  it('runs the bot without rights, on a root it cannot write', () => {
    expect(guide).toMatchObject({
      ...{ build: '.', read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
      restart: 'unless-stopped',
    });
  });

  it('gives it longer to stop than it takes', () => {
    expect(Number.parseInt(guide.stop_grace_period ?? '', 10)).toBeGreaterThan(9);
  });

  it('sets only what the bot reads, so that it would start', () => {
    const set = guide.environment ?? {};
    expect(environmentVariables).toEqual(expect.arrayContaining(Object.keys(set)));
    const url = set.DATABASE_URL?.replace(/\$\{[^}]+\}/, 'x');
    const environment = { ...set, PLATFORMS: 'slack', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const config = readConfig({ ...environment, ...(url && { DATABASE_URL: url }) });
    expect(config).toMatchObject({ production: true, host: '0.0.0.0', port: 3978 });
  });

  it('names volumes, networks and services that it declares, and files that there are', () => {
    for (const { volumes = [], networks = [], depends_on = {} } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) expect(existsSync(source)).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
      expect(Object.keys(compose.networks ?? {})).toEqual(expect.arrayContaining([...networks]));
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
    }
  });
});

describe('what the two ways of compose open', () => {
  const one = parse(readFileSync('compose.yaml', 'utf8')) as Compose;
  const two = parse(readFileSync('compose.postgres.yaml', 'utf8')) as Compose;

  it('on one machine the port is for the machine itself, where a proxy stands', () => {
    expect(one.services.guide?.ports).toEqual(['127.0.0.1:3978:3978']);
    expect(one.services.guide?.volumes).toEqual(['data:/data']);
  });

  it('with PostgreSQL two replicas run, and the proxy alone is public', () => {
    expect(two.services.guide?.deploy?.replicas).toBe(2);
    const open = Object.entries(two.services).flatMap(([name, { ports }]) => (ports ? [name] : []));
    expect(open).toEqual(['proxy']);
    expect(two.networks?.inside).toEqual({ internal: true });
    expect(two.services.database?.networks).toEqual(['inside']);
    expect(two.services.guide?.depends_on?.database?.condition).toBe('service_healthy');
  });

  it('the proxy passes on what the platforms call, and neither metrics nor the playground', () => {
    const [, paths = ''] = /@public path (.*)/.exec(readFileSync('ops/Caddyfile', 'utf8')) ?? [];
    expect(paths.split(' ')).toEqual([
      ...['/slack/events', '/api/messages', '/api/notifications', '/healthz'],
    ]);
  });
});

describe('ops/supercluster-guide.service', () => {
  const text = readFileSync('ops/supercluster-guide.service', 'utf8');
  const values = (key: string) =>
    [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value);

  it('sets only what the bot reads', () => {
    const set = values('Environment').map((value) => value?.split('=')[0] ?? '');
    expect(set).toEqual(['NODE_ENV', 'DATA_DIR']);
    expect(environmentVariables).toEqual(expect.arrayContaining(set));
  });

  it('starts the built bot as npm does', () => {
    expect(values('ExecStart')).toEqual([`/usr/bin/${production}`]);
  });

  it('lets it write in its own directory alone', () => {
    expect(values('ProtectSystem')).toEqual(['strict']);
    expect(values('DynamicUser')).toEqual(['yes']);
    expect(values('Environment')).toContain(`DATA_DIR=/var/lib/${values('StateDirectory')[0]}`);
    expect(values('ReadWritePaths')).toEqual([]);
  });

  it('gives it no capability and no new privilege, and lets V8 make machine code', () => {
    expect(values('NoNewPrivileges')).toEqual(['yes']);
    expect(values('CapabilityBoundingSet')).toEqual(['']);
    expect(values('MemoryDenyWriteExecute')).toEqual([]);
  });

  it('stops it as it wants to be stopped, and waits longer than it takes', () => {
    expect(values('KillSignal')).toEqual(['SIGTERM']);
    expect(Number(values('TimeoutStopSec')[0])).toBeGreaterThan(9);
  });
});
