/** The language a person chose on the Home tab. */
import type { Language } from '../knowledge/language.ts';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';

/** `undefined` where nothing was chosen; that it cannot be read must not cost anybody the answer. */
export async function preferredLanguage(
  edge: Pick<Edge, 'workspace' | 'log'>,
  team: string,
  person: string,
): Promise<Language | undefined> {
  try {
    const subject = { platform: 'slack', workspace: team, kind: 'person', id: person } as const;
    return (await edge.workspace.preferences.of(subject)).language;
  } catch (error) {
    edge.log.error(describeError(error), 'slack: preference not read');
    return undefined;
  }
}
