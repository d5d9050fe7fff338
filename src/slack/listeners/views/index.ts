import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { askCallback } from '../../views/ask-view.ts';
import { expertAnswerCallback } from '../../views/expert-answer-view.ts';
import { feedbackCallback } from '../../views/feedback-view.ts';
import { settingsCallback } from '../../views/settings-view.ts';
import { subscriptionCallback } from '../../views/subscription-view.ts';
import { ask } from './ask.ts';
import { expertAnswer } from './expert-answer.ts';
import { feedback } from './feedback.ts';
import { settings } from './settings.ts';
import { subscription } from './subscription.ts';
import { unknown } from './unknown.ts';

export function register(app: App, edge: Edge): void {
  app.view(askCallback, ask(edge));
  app.view(feedbackCallback, feedback(edge));
  app.view(expertAnswerCallback, expertAnswer(edge));
  app.view(settingsCallback, settings(edge));
  app.view(subscriptionCallback, subscription(edge));
  const known = [
    ...[askCallback, feedbackCallback, expertAnswerCallback, settingsCallback],
    subscriptionCallback,
  ].join('|');
  app.view(new RegExp(`^(?!(?:${known})$)`), unknown());
}
