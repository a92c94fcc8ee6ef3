import type { Article } from './article.ts';

export const DEVICES: readonly Article[] = [
  {
    title: 'Battery life of sensors',
    text: 'Door and motion sensors run about two years on one CR2450 cell. The app warns below fifteen per cent. In rooms below freezing the life is about half as long.',
    question: 'Which battery goes into the motion detector?',
    answer: 'CR2450',
  },
  {
    title: 'The thermostat shows E4',
    text: 'E4 means that the valve pin does not move. Take the thermostat off and press the pin with a coin a few times until it springs back. If the code returns, the valve needs oil or a plumber.',
    question: 'The heating knob displays an error with a four, what can I do?',
    answer: 'press the pin with a coin',
  },
  {
    title: 'What the plug can carry',
    text: 'A smart plug switches up to 2,500 watts without a break and 3,000 watts for ten minutes. Do not put two plugs into one another. Welders and kilns are not allowed.',
    question: 'Is it safe to run a 2,800 watt heater all day on it?',
    answer: '2,500 watts without a break',
  },
  {
    title: 'Update the firmware',
    text: "Devices update at night between two and four o'clock when the hub is online. You can start an update by hand under Devices, Updates. A device does not react for up to five minutes while it updates.",
    question: 'At what time do updates get installed?',
    answer: "between two and four o'clock",
  },
  {
    title: 'Range of the radio',
    text: 'Indoors a device reaches the hub over about thirty metres or two walls of brick. Each plug passes the signal on, sensors with batteries do not. A plug halfway is the cheapest repair of a weak signal.',
    question: 'How can I improve a weak connection to a distant sensor?',
    answer: 'A plug halfway',
  },
  {
    title: 'Reset a device to factory state',
    text: 'Hold the button for twenty seconds until all lights go out. The device forgets its hub and its schedules. Measurements that the hub has received already are kept.',
    question: 'How do I wipe a plug before I give it away?',
    answer: 'Hold the button for twenty seconds',
  },
  {
    title: 'Leak sensor tests',
    text: 'Test a leak sensor twice a year with a wet cloth on its two contacts. It must sound within ten seconds and the app must show an alarm. A sensor that stays silent is replaced free of charge.',
    question: 'How often should I check the water detector?',
    answer: 'twice a year',
  },
  {
    title: 'Lights flicker when dimmed',
    text: 'Some LED lamps flicker below twenty per cent. Set the lowest brightness of the dimmer to twenty-five under Devices, Dimmer, Limits, or use lamps from our tested list.',
    question: 'My bulbs flicker at low brightness, which setting helps?',
    answer: 'lowest brightness of the dimmer to twenty-five',
  },
  {
    title: 'Works with other brands',
    text: 'The hub speaks Matter 1.3 and Zigbee 3.0. Devices of other makers can be switched and read, but only our own are updated by the hub. Z-Wave is not supported.',
    question: 'Will my old Z-Wave switches work?',
    answer: 'Z-Wave is not supported',
  },
  {
    title: 'The hub is warm',
    text: 'A surface of up to 45 °C is normal while the hub computes forecasts. Leave five centimetres of air on each side and do not stack it on the router. Above 60 °C it switches itself off.',
    question: 'At what temperature does the box shut down?',
    answer: 'Above 60 °C',
  },
];
