import type { GetDashboardInput, GetDashboardOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { dashboardNeed } from '../arns.ts';
import { dashboardNotFound } from '../errors.ts';
import type { CloudWatchState } from '../state.ts';

export const getDashboard = operation<CloudWatchState, Sent<GetDashboardInput>, GetDashboardOutput>({
  fidelity: 'real',
  needs: ({ DashboardName }, call) => dashboardNeed(call, 'GetDashboard', DashboardName),
  handle: ({ DashboardName: name }, { state }) => {
    const dashboard = state.dashboards.get(name);
    if (!dashboard) throw dashboardNotFound(name);
    return { DashboardArn: dashboard.arn, DashboardBody: dashboard.body, DashboardName: name };
  },
});
