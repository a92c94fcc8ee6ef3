import type { PutDashboardInput, PutDashboardOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { CLOUDWATCH_DASHBOARD_MONTH, HOURS_PER_MONTH } from '../../prices.ts';
import { dashboardArn, dashboardNeed } from '../arns.ts';
import { dashboardInvalid, notSupported, validation } from '../errors.ts';
import type { CloudWatchState } from '../state.ts';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;

export const putDashboard = operation<CloudWatchState, Sent<PutDashboardInput>, PutDashboardOutput>({
  fidelity: 'simplified',
  differs: 'The body must be JSON with a list of widgets; the widgets themselves are not checked or drawn.',
  needs: ({ DashboardName }, call) => dashboardNeed(call, 'PutDashboard', DashboardName),
  handle: ({ DashboardName: name, DashboardBody: body, Tags }, call) => {
    if (Tags && Tags.length > 0) throw notSupported('Tags on a dashboard');
    if (!NAME.test(name)) {
      throw validation(`The value ${name} for parameter DashboardName is not matching ${NAME.source}.`);
    }
    checkBody(body);
    const arn = dashboardArn(call, name);
    call.state.dashboards.set(name, { name, arn, body, modifiedAt: call.now() });
    call.startMeter(arn, CLOUDWATCH_DASHBOARD_MONTH, 1 / HOURS_PER_MONTH);
    return { DashboardValidationMessages: [] };
  },
});

function checkBody(body: string): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    throw dashboardInvalid(error instanceof Error ? error.message : 'The body is no JSON.');
  }
  const hasWidgets =
    typeof parsed === 'object' && parsed !== null && 'widgets' in parsed && Array.isArray(parsed.widgets);
  if (!hasWidgets) throw dashboardInvalid('Should have property "widgets", a list.');
}
