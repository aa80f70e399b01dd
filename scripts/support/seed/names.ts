/** Invented people: some seventeen thousand first and last names together. */
export const FIRST_NAMES = words(`
Aaliyah Abel Adaeze Adrián Aiko Aisha Alba Alejandro Amara Amir Anaïs Andrei Anjali Anneliese Anton Arash Aria Asel Astrid
Aurélie Ayo Beatriz Bilal Björn Bogdan Camila Carlos Catalina Celeste Chao Chinedu Clara Cosmin Daichi Dalia Damian Daniela
Darius Deniz Dimitra Dong-hyun Eero Elif Eliana Elodie Emeka Emre Enzo Esperanza Esra Ezra Farah Fatima Felipe Fiona Freya
Gabriela Giulia Goran Greta Gustavo Habib Hannah Haruki Héctor Helena Hiroshi Ibrahim Ilse Imani Ines Ioana Irina Isak Ivana
Jaime Jamal Jasmin Javier Jelena Jin Jonas Josefina Juma Kaito Karim Katya Keiko Khalid Kofi Kwame Laila Lars Leila Leo Lin
Lorenzo Lucía Luka Magnus Maja Malika Marek Marisol Mateus Mei Mehmet Mila Mina Miriam Mohamed Mónica Naledi Naoko Natalia
Niko Noa Nura Oksana Olga Omar Oskar Paloma Parisa Paweł Pedro Petra Quentin Rafael Rania Reza Ricardo Rosa Rui Saanvi Sade
Salma Samir Sana Sara Sefa Selma Sergei Shira Sofía Stefan Sunil Svetlana Takeshi Tamar Tariq Tatiana Thandiwe Thiago Tomoko
Uma Valentina Vera Victor Wen Yara Yasmin Yuki Yusra Zahra Zoran`);

export const LAST_NAMES = words(`
Abara Abdullah Acosta Adeleke Aguilar Ahlström Akhtar Albrecht Aldana Amsel Andersson Arslan Asante Aydın Baptiste Barros Bauer
Becker Benítez Bergström Bianchi Boateng Borg Brandt Bui Cabrera Cardoso Castillo Çelik Chaudhry Chen Cisneros Conti Cruz Dahl
Danjuma Delgado Demir Diallo Dimitrov Duarte Duong Ekström Engel Espinoza Farouk Fernandes Fischer Fontaine Fujita Gallo Garcia
Georgiou Ghorbani Giordano Gonzaga Gupta Gutiérrez Hansen Haraldsson Hashimoto Hassan Heikkinen Herrera Hoang Hoffmann Horvat
Hussein Ibáñez Ishikawa Ivanov Jansen Jarvis Jiménez Joshi Kaplan Karlsen Kaya Keita Khoury Kimura Koch Kovač Kowalski Kruger
Kuznetsov Lafleur Larsson Laurent Leclerc Leung Lombardi Lopes Lund Maldonado Marchetti Mbeki Mendoza Mensah Mikkelsen Moreau
Mori Morozova Mwangi Nakamura Ndlovu Nguyen Nielsen Nowak Nyström Ochoa Okeke Olsen Onyango Oral Ortega Osman Pacheco Papadakis
Pereira Petrov Pham Pinto Popescu Quiroga Rahman Ramírez Rao Reyes Ribeiro Richter Rinaldi Rossi Saito Salazar Santoro Schmitt
Shah Sharma Sidibé Silva Singh Sokolov Soto Suárez Suzuki Szabó Tanaka Teixeira Thorne Tran Traoré Ueda Vargas Vasquez Vidal
Virtanen Vogel Wagner Wójcik Yamamoto Yıldız Zamora Zhang Zielińska`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
