import type { AnyService } from '@cairn/emulator-kit';
import { cloudtrail } from './cloudtrail/service.ts';
import { iam } from './iam/service.ts';
import { kinesis } from './kinesis/service.ts';
import { s3 } from './s3/service.ts';
import { sts } from './sts/service.ts';

/** Every service of the sandbox. A new one is a folder and a line here. */
export const SERVICES: readonly AnyService[] = [cloudtrail, iam, kinesis, s3, sts];
