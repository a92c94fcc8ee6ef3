import type { Article } from './article.ts';

export const SETUP: readonly Article[] = [
  {
    title: 'Before you install the hub',
    text: 'The Fernlight hub needs a free socket, a router with an Ethernet port and about fifteen minutes. Place it at least one metre from the microwave oven, because both use the 2.4 GHz band. The hub is not made for damp rooms or for temperatures below 5 °C.',
    question: 'How far should the box be from my microwave?',
    answer: 'at least one metre',
  },
  {
    title: 'Connect the hub to your network',
    text: 'Plug the Ethernet cable into the router first and into the hub second. The ring glows white while the hub looks for an address and turns green once it is online. If the ring stays white for more than three minutes, restart the router.',
    question: 'What does it mean that the ring is still white after a while?',
    answer: 'restart the router',
  },
  {
    title: 'Pair a smart plug',
    text: 'Hold the button of the plug for six seconds until it blinks blue, then choose Add device in the app. A plug that blinks red was paired with another hub before; hold the button for twelve seconds to free it.',
    question: 'My plug blinks red and will not join, how do I free it?',
    answer: 'twelve seconds',
  },
  {
    title: 'Use Wi-Fi instead of a cable',
    text: 'The hub can use Wi-Fi once it was online by cable for its first update. Open Settings, Network, Wi-Fi in the app and enter the password. Only networks at 2.4 GHz are supported; a 5 GHz network is not shown.',
    question: "Why can't I see my 5 GHz network in the list?",
    answer: 'Only networks at 2.4 GHz',
  },
  {
    title: 'Install the meter clamp',
    text: 'The clamp snaps around the main cable behind the meter, with the arrow pointing to the house. In most countries only an electrician may open the cabinet. No cable has to be cut or loosened.',
    question: 'Do I need an electrician to fit the sensor on the main cable?',
    answer: 'only an electrician may open the cabinet',
  },
  {
    title: 'Name rooms and groups',
    text: 'Devices that share a room can be switched together. Give each device a room when you add it, or change it later under Devices, Edit. A device can be in one room and in up to four groups.',
    question: 'In how many groups can one lamp be?',
    answer: 'up to four groups',
  },
  {
    title: 'Set up solar panels',
    text: 'Fernlight reads inverters of six makers over the local network. Under Energy, Solar, choose the maker and enter the address of the inverter. Yield appears after the next full quarter of an hour.',
    question: 'When will I see what my panels produce?',
    answer: 'the next full quarter of an hour',
  },
  {
    title: 'Move the hub to a new home',
    text: 'Export your automations under Settings, Backup before you move. In the new home connect the hub by cable, change the address under Account, and import the backup. Meter history stays with the old address.',
    question: 'Will my consumption history come along when I relocate?',
    answer: 'Meter history stays with the old address',
  },
  {
    title: 'Several hubs in one house',
    text: 'A large house can have up to three hubs. The first one leads, the others extend its range and take no devices of their own. All hubs must be on the same network and release.',
    question: 'Can I put a second hub upstairs to extend the range?',
    answer: 'up to three hubs',
  },
  {
    title: 'The first week of learning',
    text: 'During the first seven days the hub only watches how heating and water are used. Automatic savings start on day eight. You can start them earlier under Savings, but the forecast is then less exact.',
    question: 'Why does the automatic saving mode do nothing yet?',
    answer: 'start on day eight',
  },
];
