/** Passwords of ten characters and more that guessers try first; shorter ones are refused for their length already. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a a123456789 1234567891 0123456789 0987654321 9876543210 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc zaq12wsxcde3
   qwertyuiop qwerty1234 qwerty12345 qwerty123456 1234qwerty 12345qwert qwertyuiop123 asdfghjkl1 asdfghjkl123 zxcvbnm123 1qazxsw23edc
   password12 password123 password1234 password12345 password123! password1! passw0rd123 passw0rd1234 p@ssword123 p@ssw0rd123 p@ssw0rd1234
   mypassword mypassword1 newpassword newpassword1 changeme123 changemenow changeit123 letmein123 letmein1234 welcome123 welcome1234
   welcome123! administrator administrator1 admin12345 admin123456 adminadmin admin@1234 rootroot12 superadmin test123456 testtest12 testtest123 testing123
   iloveyou12 iloveyou123 iloveyou1234 iloveyou2 ilovemyself iloveyouforever princess123 princess12 sunshine12 sunshine123 football12 football123
   baseball12 baseball123 basketball basketball1 superman12 superman123 batman12345 dragon1234 monkey1234 monkey12345 charlie123 michael123 jennifer123
   jessica123 liverpool1 liverpool123 manchester manchester1 chelsea123 arsenal123 barcelona1 barcelona123 juventus123 realmadrid qwertzuiop passwort12
   passwort123 passwort1234 hallo12345 hallowelt1 motdepasse motdepasse1 contrasena contrasena1 contraseña parola1234 azertyuiop azerty1234 azerty12345
   azerty123456 abcd123456 abc1234567 abcdef1234 abcdefg123 abcdefghij abcdefghijk abc123abc123 aa12345678 aaa1234567 qqww112233 1122334455 112233445566
   123123123123 1231231234 123321123321 1111111111 0000000000 2222222222 5555555555 7777777777 9999999999 123456123456 123456654321 147258369a 147852369a
   1234554321 123456789q q123456789 123456789z 123456789m trustno1234 whatever12 whatever123 computer12 computer123 internet12 internet123 starwars12
   starwars123 pokemon123 pokemon1234 minecraft1 minecraft123 pass123456 pass1234567 secret1234 secret12345 summer2023 summer2024 summer2025 summer2026
   winter2023 winter2024 winter2025 winter2026 spring2024 spring2025 autumn2024 autumn2025 january2025 london2024 london2025 company123 business123
   customer123 marketing1 marketing123 correcthorsebatterystaple unknown123 blink182blink`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
