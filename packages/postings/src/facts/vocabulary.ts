import { NUMBER_WORDS } from './numbers.ts';
import { PLACE_WORDS } from './place-names.ts';
import { CURRENCY_WORDS } from './salary/currency-names.ts';

/** What a word may tell about; one word may have several roles. */
export const ROLE = {
  pay: 1,
  base: 2,
  total: 4,
  notPay: 8,
  period: 16,
  currency: 32,
  years: 64,
  degree: 128,
  level: 256,
  mode: 512,
  place: 1024,
  preferred: 2048,
  required: 4096,
  money: 8192,
  intern: 16384,
  home: 32768,
  placeName: 65536,
  number: 131072,
  dollarLand: 262144,
  day: 524288,
} as const;
export type Role = keyof typeof ROLE;

/**
 * Words, folded to lower case, that make a finder look around them. The scanner cuts words at everything that is no
 * letter and between a small and a capital letter, so "Ph.D." and "PhD" both give "ph".
 */
export const WORDS: Readonly<Record<Role, string>> = {
  pay: `salary salaries compensation pay pays paying paid payscale wage wages remuneration rate rates ctc package
    earn earns earning earnings hourly range start starts starting band lpa gehalt jahresgehalt jahresbruttogehalt bruttojahresgehalt monatsgehalt
    vergütung einstiegsgehalt brutto salaire rémunération brut salario sueldo retribución retribuzione bruto salaris
    bruttolohn lohn lön månadslön lønn løn wynagrodzenie ral stipendio palkka plat mzda maaş salário faixa salarial
    remuneração sgkm ücret`,
  base: `base basic grundgehalt fixum`,
  total: `ote total tc`,
  notPay: `bonus bonuses sign signing referral referrals relocation retention stipend stipends allowance allowances
    reimbursement reimbursements reimburse reimbursed budget budgets spend spending revenue revenues funding funded
    fund funds raised raise valuation valued valuations investment investments invested invest invests investors
    assets aum management savings save saved saves saving credits credit equity stock shares rsu rsus options grant
    grants match matching matched commission commissions insurance coverage deductible premium premiums
    donation donations donated charity prize prizes fee fees cost costs costing price priced prices pricing ticket
    transactions transaction payments gmv arr mrr portfolio portfolios contracts customers customer deals deal
    accounts sales turnover profit profits ebitda loan loans mortgage mortgages debt fine fines penalty penalties
    tuition learning education conference conferences wellness wellbeing gym fitness internet equipment laptop desk
    training courses childcare commuter lunch meals hsa fsa adoption fertility books pension contribution
    contributions contributes contributed contributing perk perks discount discounts voucher vouchers gift worth series seed backed market
    industry economy lend lends lending lent waste fraud losses claims damages endowment grantees scholarship scholarships awards award
    purchase purchases value values valuing impact incentive incentives royalties threshold exemption exempt
    subscription user users seat variable income incomes household households order orders diem patients sold deposit payout payouts rent housing bill bills`,
  money: `million millions billion billions bn crore crores lakh lakhs lac lacs lks lpa cr k keur kusd kchf kgbp teur tchf thousand thou tsd mio mln mn`,
  period: `annual annually yearly annum hourly hour daily day monthly month weekly week jährlich monatlich mensuel
    annuel rocznie miesięcznie mensual anual`,
  currency: CURRENCY_WORDS,
  years: `year years yr yrs yoe decade decades`,
  number: NUMBER_WORDS,
  degree: `bachelor bachelors baccalaureate undergraduate bs bsc ba btech be beng bba master masters ms msc
    ma mtech meng mba mca bca phd ph doctorate doctoral dphil degree degrees associate associates diploma ged hnd licenciatura licentiate laurea b m
    postgraduate graduate levels`,
  level: `student stagiaire fresher freshers early grad distinguished intern internship trainee apprentice apprenticeship werkstudent junior medior jr entry graduate associate mid
    intermediate senior sr snr lead staff principal manager supervisor supervisory head director vp vice chief cto cio cdo
    caio president executive ii iii i`,
  mode: `remote remotely hybrid onsite site office home wfh telework teleworking telecommute person campus room premises wfo anywhere wherever lab studio week`,
  place: `location locations city town base sit sits site workplace place duty where anywhere campus works working office based located ort standort lieu ubicación locatie plats`,
  preferred: `preferred preferably plus nice ideally ideal desired desirable bonus advantage advantageous asset
    beneficial optional wünschenswert`,
  required: `required requirements requirement qualifications must minimum basic essential need mandatory`,
  home: `super superannuation`,
  placeName: PLACE_WORDS,
  dollarLand: `canada canadian australian australia zealand singapore ontario british bc alberta manitoba saskatchewan québec quebec brunswick scotia newfoundland nsw queensland victorian tasmanian`,
  day: `day weekday monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays`,
  intern: `intern internship interns trainee apprentice praktikum werkstudent`,
};
