import { describe, expect, it, vi } from 'vitest';
import { KnownTokens } from '../../src/teams/known-tokens.ts';

const sender = { channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/amer/' };
const start = Date.parse('2026-11-01T12:00:00Z');
const minute = 60_000;

/** Lets every token in, until `minutesValid` after the start; no `exp` at all without it. */
function tokens(minutesValid?: number) {
  const clock = { now: start };
  const known = new KnownTokens(() => clock.now);
  const create = vi.fn(async () => ({}) as never);
  const claims =
    minutesValid === undefined ? [] : [{ type: 'exp', value: start / 1_000 + minutesValid * 60 }];
  const check = vi.fn(async () => ({
    audience: 'https://api.botframework.com',
    claimsIdentity: { claims } as never,
    connectorFactory: { create },
  }));
  return { clock, known, check, create };
}

describe('a token that was found good', () => {
  it('is not checked again within five minutes, and then it is', async () => {
    const { clock, known, check } = tokens(60);
    await known.admit('Bearer a', sender, check);
    clock.now += 5 * minute - 1;
    await known.admit('Bearer a', sender, check);
    expect(check).toHaveBeenCalledTimes(1);
    clock.now += 1;
    await known.admit('Bearer a', sender, check);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('is checked again as soon as it has ended', async () => {
    const { clock, known, check } = tokens(2);
    await known.admit('Bearer a', sender, check);
    clock.now += 2 * minute;
    check.mockRejectedValueOnce(new Error('ended'));
    await expect(known.admit('Bearer a', sender, check)).rejects.toThrow('ended');
  });

  it.each([
    ['another token', 'Bearer b', sender],
    ['another channel', 'Bearer a', { ...sender, channelId: 'webchat' }],
    ['another service address', 'Bearer a', { ...sender, serviceUrl: 'https://elsewhere.example/' }],
  ])('does not vouch for %s', async (_what, authorization, other) => {
    const { known, check } = tokens(60);
    await known.admit('Bearer a', sender, check);
    check.mockRejectedValueOnce(new Error('refused'));
    await expect(known.admit(authorization, other, check)).rejects.toThrow('refused');
  });

  it('answers through one client', async () => {
    const { known, check, create } = tokens(60);
    for (let i = 0; i < 3; i += 1) {
      const { connectorFactory } = await known.admit('Bearer a', sender, check);
      await connectorFactory?.create(sender.serviceUrl, '');
    }
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('gets another client after one that could not be made', async () => {
    const { known, check, create } = tokens(60);
    create.mockRejectedValueOnce(new Error('no credentials'));
    const first = await known.admit('Bearer a', sender, check);
    await expect(first.connectorFactory?.create(sender.serviceUrl, '')).rejects.toThrow('no credentials');
    const second = await known.admit('Bearer a', sender, check);
    await expect(second.connectorFactory?.create(sender.serviceUrl, '')).resolves.toBeDefined();
  });

  it('is forgotten when many others came after it', async () => {
    const { known, check } = tokens(60);
    for (let i = 0; i <= 100; i += 1) await known.admit(`Bearer ${i}`, sender, check);
    await known.admit('Bearer 0', sender, check);
    expect(check).toHaveBeenCalledTimes(102);
  });
});

describe('what is never remembered', () => {
  it('a refusal', async () => {
    const { known, check } = tokens(60);
    check.mockRejectedValueOnce(new Error('refused'));
    await expect(known.admit('Bearer a', sender, check)).rejects.toThrow('refused');
    await known.admit('Bearer a', sender, check);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('a token without an end, or none at all', async () => {
    const { known, check } = tokens();
    await known.admit('', sender, check);
    await known.admit('', sender, check);
    expect(check).toHaveBeenCalledTimes(2);
  });
});
