/** Who uses something of the app: a person of a workspace. */
import type { Language } from '../knowledge/language.ts';
import type { Edge } from './edge.ts';
import { preferredLanguage } from './preferred-language.ts';

export interface Visitor {
  readonly team: string;
  readonly person: string;
}

/** In an organisation an interaction may come from no workspace; the person always belongs to one. */
export function readVisitor({
  team,
  user,
}: {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
}): Visitor | undefined {
  const workspace = team?.id ?? user.team_id;
  return workspace === undefined ? undefined : { team: workspace, person: user.id };
}

/** Of what the app shows them: theirs, or that of the installation. */
export async function languageOf(edge: Edge, { team, person }: Visitor): Promise<Language> {
  return (await preferredLanguage(edge, team, person)) ?? edge.answering.defaultLanguage;
}
