import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { createLogGroup } from './operations/create-log-group.ts';
import { createLogStream } from './operations/create-log-stream.ts';
import { deleteLogGroup } from './operations/delete-log-group.ts';
import { deleteLogStream } from './operations/delete-log-stream.ts';
import { deleteMetricFilter } from './operations/delete-metric-filter.ts';
import { deleteRetentionPolicy } from './operations/delete-retention-policy.ts';
import { deleteSubscriptionFilter } from './operations/delete-subscription-filter.ts';
import { describeLogGroups } from './operations/describe-log-groups.ts';
import { describeLogStreams } from './operations/describe-log-streams.ts';
import { describeMetricFilters } from './operations/describe-metric-filters.ts';
import { describeSubscriptionFilters } from './operations/describe-subscription-filters.ts';
import { filterLogEvents } from './operations/filter-log-events.ts';
import { getLogEvents } from './operations/get-log-events.ts';
import { getQueryResults } from './operations/get-query-results.ts';
import { listTagsForResource } from './operations/list-tags-for-resource.ts';
import { putLogEvents } from './operations/put-log-events.ts';
import { putMetricFilter } from './operations/put-metric-filter.ts';
import { putRetentionPolicy } from './operations/put-retention-policy.ts';
import { putSubscriptionFilter } from './operations/put-subscription-filter.ts';
import { startQuery } from './operations/start-query.ts';
import { stopQuery } from './operations/stop-query.ts';
import { tagResource } from './operations/tag-resource.ts';
import { untagResource } from './operations/untag-resource.ts';
import { emptyState, type LogsState } from './state.ts';

/** Amazon CloudWatch Logs: groups, streams, filter patterns, metric filters, subscriptions, Logs Insights. */
export const cloudwatchLogs = defineService<LogsState>({
  name: 'cloudwatch-logs',
  get model() {
    return modelOf('cloudwatch-logs');
  },
  actionPrefix: 'logs',
  scope: 'regional',
  emptyState,
  operations: {
    CreateLogGroup: createLogGroup,
    CreateLogStream: createLogStream,
    DeleteLogGroup: deleteLogGroup,
    DeleteLogStream: deleteLogStream,
    DeleteMetricFilter: deleteMetricFilter,
    DeleteRetentionPolicy: deleteRetentionPolicy,
    DeleteSubscriptionFilter: deleteSubscriptionFilter,
    DescribeLogGroups: describeLogGroups,
    DescribeLogStreams: describeLogStreams,
    DescribeMetricFilters: describeMetricFilters,
    DescribeSubscriptionFilters: describeSubscriptionFilters,
    FilterLogEvents: filterLogEvents,
    GetLogEvents: getLogEvents,
    GetQueryResults: getQueryResults,
    ListTagsForResource: listTagsForResource,
    PutLogEvents: putLogEvents,
    PutMetricFilter: putMetricFilter,
    PutRetentionPolicy: putRetentionPolicy,
    PutSubscriptionFilter: putSubscriptionFilter,
    StartQuery: startQuery,
    StopQuery: stopQuery,
    TagResource: tagResource,
    UntagResource: untagResource,
  },
});
