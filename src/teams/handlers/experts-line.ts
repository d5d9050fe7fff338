/** "experts here", "experts off": an administrator names the channel that questions for a person go to. */
import { foldPhrase } from '../../knowledge/fold.ts';
import { expertStrings as strings } from '../expert-strings.ts';
import { channelOf, personOf, type Turn, typeOf } from '../turn.ts';

const lines: Readonly<Record<string, 'here' | 'off'>> = {
  'experts here': 'here',
  'experts ici': 'here',
  'experts off': 'off',
  'experts non': 'off',
};

/** @returns what is said to it; `undefined` where the text is something else */
export async function onExpertsLine(turn: Turn, text: string): Promise<string | undefined> {
  const phrase = foldPhrase(text);
  const line = Object.hasOwn(lines, phrase) ? lines[phrase] : undefined;
  if (!line) return undefined;
  const language = turn.language ?? (phrase.endsWith('ici') || phrase.endsWith('non') ? 'fr' : turn.spoken);
  if (!turn.experts.isAdministrator(personOf(turn))) return strings.expertsNotAllowed[language];
  const { channel, workspace } = channelOf(turn);
  const tenant = { platform: 'teams', workspace } as const;
  if (line === 'off') {
    await turn.experts.nameChannel(tenant, undefined, personOf(turn));
    return strings.expertsOff[language];
  }
  if (typeOf(turn) === 'personal') {
    return strings.expertsInChannel[language];
  }
  await turn.experts.nameChannel(tenant, channel, personOf(turn));
  return strings.expertsHere[language];
}
