import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { formStrings } from '../../../notifications/subscription-form-strings.ts';
import type { Edge } from '../../edge.ts';
import { publishHome } from '../../home.ts';
import { inSubscriptionForm } from '../../subscription-form.ts';
import { loadingView } from '../../views/answer-view.ts';
import { readSubscriptionView, viewErrors } from '../../views/subscription-view.ts';
import { readSubmitted } from '../../views/view.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A form is read before it is acknowledged: what is wrong is shown in its fields. The rest comes after. */
export function subscription(edge: Edge) {
  return async ({ ack, body, client }: Submission): Promise<void> => {
    const view = readSubmitted(body);
    const submitted = view && readSubscriptionView(view);
    if (!submitted) {
      await ack();
      return edge.log.warn({ code: 'unreadable_view' }, 'slack: subscription not readable');
    }
    const { metadata, channel, stated } = submitted;
    const { language, from, replaces } = metadata;
    const read = edge.subscriptions.readForm(stated, language);
    const errors = read.type === 'misunderstood' ? viewErrors(read.errors, metadata) : {};
    const missing = channel === undefined && { channel: formStrings.fill[language] };
    if (read.type === 'misunderstood' || channel === undefined) {
      return ack({ response_action: 'errors', errors: { ...missing, ...errors } });
    }
    await ack({ response_action: 'update', view: loadingView(language) });
    const visitor = { team: view.team, person: view.user };
    const place = { language, from, channel };
    await inSubscriptionForm(edge, client, view.id, visitor, place, (request) =>
      edge.subscriptions.saveForm(request, read.subscription, replaces),
    );
    if (from === 'home') await publishHome(edge, client, visitor.team, visitor.person);
  };
}
