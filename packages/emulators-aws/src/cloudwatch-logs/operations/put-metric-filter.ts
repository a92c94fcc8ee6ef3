import type { PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter, limitExceeded, notSupported } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import { parsePattern } from '../patterns/pattern.ts';
import type { LogsState } from '../state.ts';

const MOST_FILTERS = 100;
type Input = Sent<PutMetricFilterRequest>;

export const putMetricFilter = operation<LogsState, Input, void>({
  fidelity: 'real',
  needs: onGroup('PutMetricFilter'),
  handle: (input, call) => {
    const { logGroupName, filterName: name, filterPattern: pattern, metricTransformations: transformations } = input;
    if (input.applyOnTransformedLogs) throw notSupported('applyOnTransformedLogs');
    if (input.fieldSelectionCriteria !== undefined) throw notSupported('fieldSelectionCriteria');
    const group = getGroup(call, logGroupName);
    if (group.logClass === 'INFREQUENT_ACCESS') {
      throw invalidParameter('Metric filters are not for log groups of the class INFREQUENT_ACCESS.');
    }
    parsePattern(pattern);
    checkTransformations(input);
    if (!group.metricFilters.has(name) && group.metricFilters.size >= MOST_FILTERS) throw limitExceeded();
    group.metricFilters.set(name, { name, pattern, transformations, createdAt: call.now() });
  },
});

function checkTransformations({ metricTransformations: transformations }: Input): void {
  if (transformations.length !== 1) throw invalidParameter('A metric filter has exactly one metric transformation.');
  for (const { metricValue = '', metricNamespace = '', dimensions = {}, defaultValue } of transformations) {
    if (!metricValue.startsWith('$') && !Number.isFinite(Number(metricValue || Number.NaN))) {
      throw invalidParameter(`Invalid metric value ${metricValue}: a number, or a field such as $.latency, is needed.`);
    }
    if (/^AWS\//i.test(metricNamespace)) throw invalidParameter('Metric namespaces that begin with AWS/ are reserved.');
    if (Object.keys(dimensions).length > 0 && defaultValue !== undefined) {
      throw invalidParameter('A metric filter with dimensions has no default value.');
    }
  }
}
