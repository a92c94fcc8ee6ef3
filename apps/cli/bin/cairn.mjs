#!/usr/bin/env node
import { prepare } from '../../../tools/prepare.mjs';

prepare();
await import('../dist/main.js');
