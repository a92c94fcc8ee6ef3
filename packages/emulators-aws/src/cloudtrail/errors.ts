import { ServiceError } from '@cairn/emulator-kit';

export const invalidToken = (): ServiceError =>
  new ServiceError('InvalidNextTokenException', 'Invalid token or token that was previously used in a request.', 400);

export const invalidTimeRange = (): ServiceError =>
  new ServiceError(
    'InvalidTimeRangeException',
    'The start time must not be after the end time: give a StartTime that is before EndTime.',
    400,
  );

export const invalidLookupAttributes = (message: string): ServiceError =>
  new ServiceError('InvalidLookupAttributesException', message, 400);

export const unsupportedCategory = (category: string): ServiceError =>
  new ServiceError('InvalidEventCategoryException', `EventCategory ${category} is not supported in this sandbox.`, 400);
