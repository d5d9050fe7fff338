import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { feedbackCallback } from '../../views/feedback-view.ts';
import { feedback } from './feedback.ts';
import { unknown } from './unknown.ts';

export function register(app: App, edge: Edge): void {
  app.view(feedbackCallback, feedback(edge));
  app.view(new RegExp(`^(?!(?:${feedbackCallback})$)`), unknown());
}
