import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Edge } from '../../edge.ts';
import { isAdministrator, publishHome } from '../../home.ts';
import { homeStrings } from '../../home-strings.ts';
import { describeError } from '../../log.ts';
import { fillView, openViewOrSay } from '../../open-view.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { loadingView, messageView } from '../../views/answer-view.ts';
import { askView } from '../../views/ask-view.ts';
import { settingsView } from '../../views/settings-view.ts';
import { languageOf, readVisitor, type Visitor } from '../../visitor.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction | StaticSelectAction>> & AllMiddlewareArgs;

const languageSchema = z.enum(['as-asked', 'en', 'fr']);
const historySchema = z.enum(['on', 'off']);

/** What can be changed on the Home tab; it is drawn anew after. */
export function home(edge: Edge) {
  return async ({ ack, body, action, client }: Click): Promise<void> => {
    await ack();
    const visitor = readVisitor(body);
    if (!visitor) return;
    try {
      switch (action.action_id) {
        case 'home:ask':
          return await openAsk(edge, client, body.trigger_id, visitor);
        case 'home:settings':
          return await openSettings(edge, client, body.trigger_id, visitor);
        case 'home:language':
          await changeLanguage(
            edge,
            visitor,
            action.type === 'static_select' ? action.selected_option.value : '',
          );
          break;
        case 'home:history':
          await changeHistory(edge, visitor, action.type === 'button' ? action.value : '');
          break;
      }
    } catch (error) {
      edge.log.error(describeError(error), 'slack: Home tab not changed');
    }
    await publishHome(edge, client, visitor.team, visitor.person);
  };
}

async function openAsk(edge: Edge, client: WebClient, trigger: string, { team, person }: Visitor) {
  const preferred = await preferredLanguage(edge, team, person);
  const language = preferred ?? edge.answering.defaultLanguage;
  await openViewOrSay(edge, client, { trigger, person, language }, askView(language, preferred));
}

async function openSettings(edge: Edge, client: WebClient, trigger: string, visitor: Visitor) {
  const { team, person } = visitor;
  const language = await languageOf(edge, visitor);
  const opening = { trigger, person, language };
  const viewId = await openViewOrSay(edge, client, opening, loadingView(language));
  if (viewId === undefined) return;
  await fillView(edge, client, viewId, language, async () => {
    const settings = await edge.workspace.settings.of({ platform: 'slack', workspace: team });
    // The button is drawn for administrators alone, who may be none any more.
    return (await isAdministrator(edge, client, person))
      ? settingsView(settings, language)
      : messageView(homeStrings.administratorsOnly[language], language);
  });
}

async function changeLanguage(edge: Edge, { team, person }: Visitor, chosen: unknown): Promise<void> {
  const language = languageSchema.parse(chosen);
  const subject = { platform: 'slack', workspace: team, kind: 'person', id: person } as const;
  const { preferences } = edge.workspace;
  if (language !== 'as-asked') return preferences.change(subject, { language }, edge.clock());
  // There is no value for "none": what else was chosen is written again.
  const { history } = await preferences.of(subject);
  await preferences.forget(subject);
  if (history) await preferences.change(subject, { history }, edge.clock());
}

/** Off forgets at once what was remembered. */
async function changeHistory(edge: Edge, { team, person }: Visitor, chosen: unknown): Promise<void> {
  const history = historySchema.parse(chosen);
  const tenant = { platform: 'slack', workspace: team } as const;
  await edge.workspace.preferences.change(
    { ...tenant, kind: 'person', id: person },
    { history },
    edge.clock(),
  );
  if (history === 'off') await edge.workspace.recents.forget({ ...tenant, person });
}
