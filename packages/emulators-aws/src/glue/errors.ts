import { ServiceError } from '@cairn/emulator-kit';

/** Glue's errors, in its own words where it has them. */

export const notFound = (message: string): ServiceError => new ServiceError('EntityNotFoundException', message, 400);

export const databaseNotFound = (name: string): ServiceError => notFound(`Database ${name} not found.`);

export const tableNotFound = (name: string): ServiceError => notFound(`Table ${name} not found.`);

export const partitionNotFound = (): ServiceError => notFound('Cannot find partition.');

export const alreadyExists = (what: string): ServiceError =>
  new ServiceError('AlreadyExistsException', `${what} already exists.`, 400);

export const invalidInput = (message: string): ServiceError => new ServiceError('InvalidInputException', message, 400);

export const notSupported = (what: string): ServiceError => invalidInput(`${what} is not supported in this sandbox.`);

export const crawlerNotFound = (name: string): ServiceError =>
  notFound(`Crawler entry with name ${name} does not exist`);

export const crawlerRunning = (name: string): ServiceError =>
  new ServiceError('CrawlerRunningException', `Crawler with name ${name} has already started`, 400);

export const crawlerNotRunning = (name: string): ServiceError =>
  new ServiceError('CrawlerNotRunningException', `Crawler with name ${name} isn't running`, 400);

export const concurrentRuns = (job: string): ServiceError =>
  new ServiceError('ConcurrentRunsExceededException', `Concurrent runs exceeded for ${job}`, 400);
