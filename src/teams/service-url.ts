/**
 * Where the bot may send. botbuilder posts to whatever `serviceUrl` an activity names, so every
 * address is held against this list first.
 */
import { isIP } from 'node:net';

/** Teams' connector services, as Microsoft lists them in `TeamsServiceEndpoints` of its Agents SDK. */
const teamsHosts: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

export function isTeamsServiceUrl(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    teamsHosts.has(url.hostname)
  );
}

/** @param allowed `loopback` without credentials, `both` in tests */
export function isAllowedServiceUrl(serviceUrl: string, allowed: 'teams' | 'loopback' | 'both'): boolean {
  return (
    (allowed !== 'loopback' && isTeamsServiceUrl(serviceUrl)) ||
    (allowed !== 'teams' && isLoopbackServiceUrl(serviceUrl))
  );
}

export function isLoopbackServiceUrl(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  return /^https?:$/.test(url.protocol) && isLoopbackName(url.hostname);
}

/** `localhost`, 127.0.0.0/8 or ::1, as a URL or a `Host` header writes them. */
export function isLoopbackName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isLoopbackAddress(name);
}

/** The address of a socket's other end. */
export function isLoopbackAddress(address: string | undefined): boolean {
  const bare = address?.replace(/^::ffff:/i, '') ?? '';
  return bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
