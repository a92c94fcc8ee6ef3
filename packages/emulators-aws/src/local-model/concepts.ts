import { stemOf } from './words.ts';

/**
 * Words that keep company, a line each: what a language model learns from billions of sentences, here by hand and for
 * the subjects that labs and exercises are about. A word may stand in several lines.
 */
const COMPANY = `
refund return money reimburse reimbursement chargeback repay repaid cashback
ship shipping arrive arrival delivery deliver delivered courier parcel package dispatch postage freight track
buy purchase order checkout cart shop store customer sale sell retail
price cost fee charge amount expensive cheap rate tariff pricing usd dollar euro
pay payment invoice bill billing card credit debit transfer bank account
warranty guarantee defect broken repair damaged faulty replace replacement malfunction
return send returned exchange unused
express overnight next-day same-day urgent
keep store retain retention hold save archive
information data detail record
change reset update modify edit alter
lock locked block blocked suspend disable
cancel cancellation terminate termination end unsubscribe stop quit
subscription plan membership tier premium renew renewal monthly annual
vacation holiday leave absence pto day-off annual-leave sabbatical
remote home office telework hybrid workplace work-from-home commute
salary wage income earnings compensation bonus payroll pension
employee staff worker colleague personnel hire job manager supervisor team
sick ill illness disease medicine doctor hospital patient health medical symptom treatment nurse clinic
dog puppy canine hound pet animal bark
cat kitten feline pet animal purr
car automobile vehicle drive driver truck engine motor road
bicycle bike cycle cyclist ride pedal
train railway rail station track locomotive
airplane plane flight fly airport airline pilot travel luggage baggage
hotel room booking reservation stay guest accommodation hostel
travel trip journey tour tourist vacation destination visit passport visa
food eat meal dinner lunch restaurant cook recipe kitchen dish taste chef
fruit apple orange banana grape pear berry
drink coffee tea water juice beverage beer wine
weather rain snow sunny sun cloud storm wind temperature forecast climate degree
sea ocean beach coast wave shore marine sail ship boat
child kid baby infant boy girl toddler son daughter youth
king queen monarch royal prince throne crown
movie film cinema actor director theatre picture
music song band singer guitar concert melody album
sport football soccer match game team player goal league
school teacher student class lesson learn education university course exam pupil
money finance invest investment stock share bond fund portfolio broker trading market dividend
insurance policy claim premium coverage insured
law legal attorney lawyer court judge contract lawsuit litigation liability
password login authentication credential sign-in signin account access reset
security secure encrypt encryption protect protection attack threat vulnerability
privacy personal data gdpr consent confidential sensitive
error failure fault bug crash exception outage fail incident problem issue
fast quick rapid speed swift latency slow
big large huge great enormous vast
small little tiny minor compact
happy glad joy pleased delighted cheerful satisfied
sad unhappy upset sorrow depressed miserable
angry furious annoyed mad irritated frustrated
begin start launch commence initiate open
finish complete conclude end close
help support assist assistance service aid contact
phone telephone call mobile number hotline
email mail message inbox letter e-mail
hour time open opening close nine schedule weekday weekend
model train training machine learning algorithm neural network predict prediction classifier regression
sagemaker notebook endpoint hosting inference deploy deployment model
s3 bucket object storage store file upload download
lambda function serverless invoke event trigger
kinesis stream streaming firehose shard record ingest ingestion
database table sql query row column relational index rds dynamodb
glue etl crawler catalog athena transform
iam role policy permission access principal user privilege
cloud aws amazon azure region server compute instance ec2
kms key encrypt encryption decrypt cipher
drift monitor monitoring baseline distribution quality alert alarm
bias fairness fair discrimination facet clarify
overfit overfitting regularization variance generalize validation
embedding vector similarity semantic search retrieval nearest
chatbot assistant prompt generate generation language llm foundation bedrock
hallucination grounded grounding faithful factual source citation
guardrail filter block moderation harmful toxic denied
computer laptop software program code developer programming hardware
water river lake rain flood
fire burn smoke flame heat
tree forest wood plant leaf garden flower grow
house home building apartment roof rent tenant landlord mortgage property
city town capital urban village municipal
country nation state government president minister election vote
war army soldier battle military weapon
planet earth moon star space orbit astronaut rocket galaxy mars
energy power electricity solar battery watt charge voltage
birth born birthday age old
death die dead deceased killed
founder found founded establish established create created start
ceo chief executive director president chairman
lead leader head boss
author write writer book novel publish wrote
invent inventor invention discover discovery
locate location located place address where situated based headquarters
deadline due date limit within until latest
maximum max limit most upper cap
minimum min least lower
allow allowed permit permitted eligible entitled may
forbid forbidden prohibited ban banned disallow
require required need must mandatory necessary
`;

const conceptsByStem = new Map<string, number[]>();
for (const [index, line] of COMPANY.trim().split('\n').entries()) {
  for (const stem of new Set(line.split(' ').map(stemOf))) {
    conceptsByStem.set(stem, [...(conceptsByStem.get(stem) ?? []), index]);
  }
}

const NONE: readonly number[] = [];

/** Numbers of the lines that a stem stands in. */
export function conceptsOf(stem: string): readonly number[] {
  return conceptsByStem.get(stem) ?? NONE;
}

/** Whether two stems are the same, or keep company. */
export function areRelated(one: string, other: string): boolean {
  if (one === other) return true;
  const others = conceptsOf(other);
  return conceptsOf(one).some((concept) => others.includes(concept));
}
