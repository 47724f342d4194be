export type DemoPerson = {
  firstName: string
  lastName: string
  birthDate: string
  phone: string
  language: 'en' | 'es'
  /** First name of the adult in the same household who answers for them. */
  guardian?: string
  isNew?: boolean
  note?: string
}

type More = Pick<DemoPerson, 'guardian' | 'isNew' | 'note'> & { language?: 'es' }

const person = (name: string, birthDate: string, line: string, more: More = {}): DemoPerson => {
  const [firstName, lastName] = name.split('|') as [string, string]
  return { firstName, lastName, birthDate, phone: `+1512555${line}`, language: 'en', ...more }
}

const PREMEDICATION = 'Premedication: amoxicillin 2 g, one hour before. Heart valve, confirmed with cardiology.'

/** The people of the patient's phone whom the first steps and the README name; they come in later weeks, so that their texts mean one visit. */
export const firstPeople: DemoPerson[] = [
  person('Ana|Garcia', '1988-04-12', '0199'),
  person('Leo|Garcia', '2015-09-30', '0199', { guardian: 'Ana' }),
  person('Marcus|Lee', '1990-11-23', '0172'),
  person('Priya|Raman', '1996-02-14', '0177'),
  person('Owen|Becker', '2001-08-05', '0178'),
]

/** A mother and her son, who both come on the next working day. */
export const familyPeople: DemoPerson[] = [
  person('Ana|Reyes', '1985-03-19', '0151'),
  person('Leo|Reyes', '2016-05-02', '0151', {
    guardian: 'Ana',
    note: 'Fluoride varnish at every visit. Nervous: let him hold the mirror.',
  }),
]

/** The others who are known by name: households, Spanish speakers, guardians with children, two of one name, one very long name. */
export const namedPeople: DemoPerson[] = [
  person('Dana|Whitfield', '1971-01-08', '0171'),
  person('Carmen|Diaz', '1965-06-02', '0173', { language: 'es' }),
  person('Helen|Tran', '1984-07-09', '0174'),
  person('Victor|Stone', '1958-12-17', '0175', { note: PREMEDICATION }),
  person('Rosa|Alvarez', '1979-03-28', '0176', { language: 'es' }),
  person('Maria|Lopez', '1982-10-04', '0152', { note: 'There is another Maria Lopez: check the birth date.' }),
  person('Maria|Lopez', '1990-01-27', '0153', { language: 'es', note: 'There is another Maria Lopez: check the birth date.' }),
  person('Maximiliana Guadalupe|Fernández de la Vega Castillo-Montalvo', '1968-08-15', '0154', { language: 'es' }),
  person('Grace|Holloway', '1949-05-30', '0155', { note: 'Uses a walker. Op 3, please. Blood thinner (apixaban).' }),
  person('Walter|Holloway', '1946-02-11', '0155', { note: PREMEDICATION }),
  person('Nicole|Bennett', '1987-09-21', '0156'),
  person('Ethan|Bennett', '2012-04-03', '0156', { guardian: 'Nicole' }),
  person('Zoe|Bennett', '2017-11-12', '0156', { guardian: 'Nicole' }),
  person('Luis|Hernandez', '1977-07-07', '0157', { language: 'es' }),
  person('Sofía|Hernandez', '2018-02-20', '0157', { language: 'es', guardian: 'Luis' }),
  person('Diego|Hernandez', '2014-10-09', '0157', { language: 'es', guardian: 'Luis' }),
  person('Karen|O’Neil', '1962-12-01', '0158', { note: 'Latex allergy.' }),
  person('Samir|Haddad', '1993-06-18', '0159'),
  person('Layla|Haddad', '1994-03-05', '0159'),
  person('Tyler|Novak', '1999-01-14', '0160'),
  person('Joyce|Abernathy', '1955-08-24', '0161', { note: 'Hard of hearing: text, do not phone.' }),
  person('Marisol|Vega', '1991-05-16', '0162', { language: 'es' }),
  person('Camila|Vega', '2019-07-08', '0162', { language: 'es', guardian: 'Marisol' }),
  person('Ben|Carlisle', '1980-11-29', '0163'),
  person('Oliver|Carlisle', '2013-03-22', '0163', { guardian: 'Ben' }),
  person('Hannah|Carlisle', '2016-12-19', '0163', { guardian: 'Ben' }),
  person('Deborah|Finch', '1967-04-25', '0164'),
  person('Andre|Coleman', '1985-02-13', '0165'),
  person('Linh|Pham', '1972-09-06', '0166'),
  person('Minh|Pham', '1970-06-30', '0166', { note: PREMEDICATION }),
  person('Brooke|Sandoval', '1998-10-17', '0167'),
  person('Esteban|Cruz', '1969-01-31', '0168', { language: 'es', note: 'Diabetic: mornings, after breakfast.' }),
  person('Teresa|Cruz', '1971-12-12', '0168', { language: 'es' }),
  person('Paul|Lindqvist', '1953-07-19', '0169'),
  person('Simone|Dubois', '1989-08-08', '0170'),
  person('Noah|Kessler', '1996-04-04', '0179'),
  person('Jasmine|Kessler', '1997-05-23', '0179'),
  person('Ruth|Goldman', '1944-10-10', '0180', { note: 'Daughter Miriam drives her: nothing before 10.' }),
  person('Trevor|Hughes', '1983-03-02', '0181'),
  person('Ivy|Hughes', '2018-06-14', '0181', { guardian: 'Trevor' }),
  person('Gabriela|Mendoza', '1994-09-15', '0182', { language: 'es' }),
  person('Patrick|Sullivan', '1976-11-05', '0183'),
  person('Erin|Sullivan', '1978-02-26', '0183'),
  person('Declan|Sullivan', '2011-08-30', '0183', { guardian: 'Erin' }),
  person('Yolanda|Price', '1964-06-21', '0184'),
  person('Kwame|Mensah', '1986-12-28', '0185'),
  person('Lucía|Ortega', '2000-05-11', '0186', { language: 'es' }),
  person('Frank|DeLuca', '1960-03-17', '0187', { note: 'Anxious: nitrous by request.' }),
  person('Mei|Chen', '1995-07-26', '0188'),
  person('Robert|Ashby', '1951-09-09', '0189', { note: PREMEDICATION }),
  person('Caroline|Ashby', '1954-01-20', '0189'),
  person('Tomás|Rivera', '1988-10-31', '0192', { language: 'es', isNew: true }),
  person('Kayla|Morrison', '2002-04-18', '0193', { isNew: true }),
  person('Jerome|Watkins', '1974-08-03', '0194'),
  person('Stella|Watkins', '2015-01-25', '0194', { guardian: 'Jerome' }),
]
