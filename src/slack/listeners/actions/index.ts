import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { approval } from './approval.ts';
import { askPerson } from './ask-person.ts';
import { call } from './call.ts';
import { expert } from './expert.ts';
import { feedback } from './feedback.ts';
import { home } from './home.ts';
import { markdown } from './markdown.ts';
import { open } from './open.ts';
import { share } from './share.ts';
import { subscription } from './subscription.ts';
import { unknown } from './unknown.ts';

export function register(app: App, edge: Edge): void {
  app.action(/^call:/, call(edge));
  app.action(/^share(?::|$)/, share(edge));
  app.action(/^markdown:/, markdown(edge));
  app.action(/^open:/, open());
  app.action(/^feedback(?::|$)/, feedback(edge));
  app.action(/^home:(?:ask|settings|language|history)$/, home(edge));
  app.action('ask-person', askPerson(edge));
  app.action(/^expert:(?:take|answer|close)$/, expert(edge));
  app.action(/^approval:(?:approve|refuse)$/, approval(edge));
  app.action(/^subscription:(?:here|new|line|edit|remove)$/, subscription(edge));
  app.action(
    /^(?!call:|share(?::|$)|markdown:|open:|feedback(?::|$)|ask-person$|home:(?:ask|settings|language|history)$|expert:(?:take|answer|close)$|approval:(?:approve|refuse)$|subscription:(?:here|new|line|edit|remove)$)/,
    unknown(edge),
  );
}
