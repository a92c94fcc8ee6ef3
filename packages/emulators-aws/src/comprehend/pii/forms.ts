import type { PiiEntityType } from '@aws-sdk/client-comprehend';
import { DATE_FORMS } from '../entities/dates.ts';
import type { Form } from '../spans.ts';
import {
  isHealthServiceNumber,
  isIban,
  isInternetAddress,
  isRoutingNumber,
  isVehicleNumber,
  passesLuhn,
} from './checksums.ts';

const form = (
  type: PiiEntityType,
  score: number,
  pattern: RegExp,
  isReal?: (text: string) => boolean,
): Form<PiiEntityType> => ({ type, score, pattern, ...(isReal ? { isReal } : {}) });

const hasDigit = (text: string): boolean => /\d/.test(text);
const isMixed = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text) && hasDigit(text);

/** Known by their form alone. */
const TELLING: readonly Form<PiiEntityType>[] = [
  form('EMAIL', 0.9998, /(?<![\w.+-])[\w.+-]{0,63}\w@\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+/g),
  form('URL', 0.998, /\b(?:https?:\/\/|www\.)[^\s<>"')\]]*[^\s<>"')\].,;:!?]/gi),
  form('IP_ADDRESS', 0.998, /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)/g, isInternetAddress),
  form('IP_ADDRESS', 0.998, /(?<![\w:])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])/gi),
  form('IP_ADDRESS', 0.99, /(?<![\w:])(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?(?![\w:])/gi),
  form('MAC_ADDRESS', 0.998, /\b[\da-f]{2}(?:[:-][\da-f]{2}){5}\b/gi),
  form('CREDIT_DEBIT_NUMBER', 0.9995, /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-]|\.\d)/g, passesLuhn),
  form('SSN', 0.9985, /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g),
  form('US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 0.99, /(?<![\d-])9\d{2}-[5-9]\d-\d{4}(?![\d-])/g),
  form(
    'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    0.999,
    /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g,
    isIban,
  ),
  form('AWS_ACCESS_KEY', 0.9995, /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g),
  form('AWS_SECRET_KEY', 0.98, /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g, isMixed),
  form('VEHICLE_IDENTIFICATION_NUMBER', 0.995, /\b[A-HJ-NPR-Z\d]{17}\b/g, isVehicleNumber),
  form('UK_NATIONAL_INSURANCE_NUMBER', 0.99, /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g),
  form('PHONE', 0.997, /(?<![\w+])\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){1,4}(?!\w)/g),
  form('PHONE', 0.996, /(?<![\w(-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g),
  form('AGE', 0.98, /\b\d{1,3}[ -]years?[ -]old\b/gi),
  form(
    'ADDRESS',
    0.99,
    /\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:[A-Z\d][\w']*\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Highway)\b\.?(?:,?\s+(?:Apt|Apartment|Suite|Unit|Floor)\.?\s*#?\w+)?(?:,\s*[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)*)?(?:,?\s+[A-Z]{2}\b)?(?:,?\s+\d{5}(?:-\d{4})?\b)?/g,
  ),
];

/** Known by the words before them. */
const INTRODUCED: readonly Form<PiiEntityType>[] = [
  form('CREDIT_DEBIT_CVV', 0.995, /\b(?:cvv2?|cvc2?|c v v|security code)\b\D{0,14}(\d{3,4})\b/dgi),
  form(
    'CREDIT_DEBIT_EXPIRY',
    0.99,
    /\b(?:exp(?:iry|ires|iration)?\.?(?: date)?|valid (?:thru|until|through))\b\D{0,10}((?:0[1-9]|1[0-2])\s?[/-]\s?(?:\d{4}|\d{2}))\b/dgi,
  ),
  form('SSN', 0.99, /\b(?:ssn|social security(?: number)?)\b\D{0,12}(\d{9}|\d{3} \d{2} \d{4})\b/dgi),
  form('BANK_ROUTING', 0.995, /\b(?:routing|aba)\b\D{0,14}(\d{9})\b/dgi, isRoutingNumber),
  form('BANK_ACCOUNT_NUMBER', 0.99, /\b(?:account|acct)\b\D{0,14}(\d{6,17})\b/dgi),
  form('SWIFT_CODE', 0.99, /\b(?:swift|bic)\b(?: code)?\W{0,4}(?:is )?([A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)\b/dgi),
  form('PIN', 0.99, /\bpin\b(?: (?:code|number))?\W{0,3}(?:is )?(\d{4,6})\b/dgi),
  form('PASSWORD', 0.99, /\bpassword\b(?:\s+is\s+|\s*[:=]\s*)["']?([^\s"']{3,}[^\s"'.,;!?])/dgi),
  form('USERNAME', 0.98, /\b(?:user ?name|user id|login)\b(?:\s+is\s+|\s*[:=]\s*)["']?([\w.@-]*\w)/dgi),
  form('PASSPORT_NUMBER', 0.99, /\bpassport\b(?: (?:number|no\.?))?\W{0,3}(?:is )?([A-Z]{0,2}\d{6,9})\b/dgi),
  form(
    'DRIVER_ID',
    0.98,
    /\bdriver'?s? licen[cs]e\b(?: (?:number|no\.?))?\W{0,3}(?:is )?([A-Z\d-]{5,15})\b/dgi,
    hasDigit,
  ),
  form(
    'LICENSE_PLATE',
    0.97,
    /\blicen[cs]e plate\b(?: number)?\W{0,3}(?:is )?([A-Z\d]{2,4}[ -]?[A-Z\d]{2,4})\b/dgi,
    hasDigit,
  ),
  form(
    'CA_SOCIAL_INSURANCE_NUMBER',
    0.99,
    /\b(?:sin|social insurance(?: number)?)\b\D{0,6}(\d{3}[ -]?\d{3}[ -]?\d{3})\b/dgi,
    passesLuhn,
  ),
  form(
    'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
    0.998,
    /\bnhs\b\D{0,14}(\d{3}[ -]?\d{3}[ -]?\d{4})\b/dgi,
    isHealthServiceNumber,
  ),
  form('AGE', 0.97, /\baged? (\d{1,3})\b/dgi),
];

export const PII_FORMS: readonly Form<PiiEntityType>[] = [
  ...TELLING,
  ...INTRODUCED,
  ...DATE_FORMS.map(({ pattern, score }) => form('DATE_TIME', score - 0.02, pattern)),
];
