import type { DeleteDashboardsInput, DeleteDashboardsOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { dashboardNeed } from '../arns.ts';
import { dashboardNotFound } from '../errors.ts';
import type { CloudWatchState } from '../state.ts';

export const deleteDashboards = operation<CloudWatchState, Sent<DeleteDashboardsInput>, DeleteDashboardsOutput>({
  fidelity: 'real',
  needs: ({ DashboardNames }, call) => DashboardNames.map((name) => dashboardNeed(call, 'DeleteDashboards', name)),
  handle: ({ DashboardNames: names }, call) => {
    const { dashboards } = call.state;
    const missing = names.find((name) => !dashboards.has(name));
    if (missing !== undefined) throw dashboardNotFound(missing); // all or nothing
    for (const name of names) {
      call.stopMeter(dashboards.get(name)?.arn ?? '');
      dashboards.delete(name);
    }
    return {};
  },
});
