export type Place = { locality: string; region: string; postalCode: string; latitude: string; longitude: string; lata: string }

/** Area code, state, post code, latitude, longitude, LATA, place. Where an area code has several lines, its numbers are shared out. */
const LINES = `
201 NJ 07302 40.720 -74.050 224 Jersey City
202 DC 20001 38.910 -77.020 236 Washington
203 CT 06510 41.310 -72.930 920 New Haven
205 AL 35203 33.520 -86.810 476 Birmingham
206 WA 98101 47.610 -122.330 674 Seattle
206 WA 98112 47.630 -122.300 674 Seattle
207 ME 04101 43.660 -70.260 120 Portland
208 ID 83702 43.620 -116.200 652 Boise
210 TX 78205 29.420 -98.490 566 San Antonio
212 NY 10001 40.750 -73.990 132 New York
213 CA 90012 34.050 -118.240 730 Los Angeles
214 TX 75201 32.780 -96.800 552 Dallas
215 PA 19103 39.950 -75.170 228 Philadelphia
216 OH 44113 41.500 -81.690 320 Cleveland
225 LA 70801 30.450 -91.190 492 Baton Rouge
253 WA 98402 47.250 -122.440 674 Tacoma
254 TX 76701 31.550 -97.150 556 Waco
281 TX 77478 29.620 -95.630 560 Sugar Land
303 CO 80202 39.750 -104.990 656 Denver
305 FL 33130 25.770 -80.200 460 Miami
310 CA 90401 34.020 -118.490 730 Santa Monica
312 IL 60601 41.880 -87.620 358 Chicago
313 MI 48226 42.330 -83.050 340 Detroit
314 MO 63101 38.630 -90.200 520 St. Louis
317 IN 46204 39.770 -86.160 336 Indianapolis
360 WA 98501 47.040 -122.900 674 Olympia
401 RI 02903 41.820 -71.410 130 Providence
402 NE 68102 41.260 -95.940 644 Omaha
404 GA 30303 33.750 -84.390 438 Atlanta
405 OK 73102 35.470 -97.520 536 Oklahoma City
406 MT 59601 46.590 -112.040 648 Helena
410 MD 21202 39.290 -76.610 238 Baltimore
412 PA 15222 40.440 -80.000 234 Pittsburgh
414 WI 53202 43.040 -87.910 356 Milwaukee
415 CA 94103 37.770 -122.410 722 San Francisco
425 WA 98004 47.610 -122.200 674 Bellevue
425 WA 98033 47.680 -122.210 674 Kirkland
470 GA 30309 33.790 -84.390 438 Atlanta
480 AZ 85281 33.430 -111.940 666 Tempe
502 KY 40202 38.250 -85.760 462 Louisville
503 OR 97204 45.520 -122.670 672 Portland
504 LA 70112 29.950 -90.070 490 New Orleans
505 NM 87102 35.080 -106.650 664 Albuquerque
510 CA 94612 37.810 -122.270 722 Oakland
512 TX 78701 30.270 -97.740 558 Austin
512 TX 78664 30.510 -97.680 558 Round Rock
512 TX 78613 30.510 -97.820 558 Cedar Park
515 IA 50309 41.590 -93.620 632 Des Moines
602 AZ 85004 33.450 -112.070 666 Phoenix
612 MN 55401 44.980 -93.270 628 Minneapolis
615 TN 37203 36.160 -86.780 470 Nashville
617 MA 02108 42.360 -71.060 128 Boston
619 CA 92101 32.720 -117.160 732 San Diego
646 NY 10011 40.740 -74.000 132 New York
651 MN 55101 44.950 -93.090 628 St. Paul
702 NV 89101 36.170 -115.140 721 Las Vegas
704 NC 28202 35.230 -80.840 422 Charlotte
708 IL 60302 41.890 -87.790 358 Oak Park
713 TX 77002 29.760 -95.370 560 Houston
718 NY 11201 40.690 -73.990 132 Brooklyn
720 CO 80203 39.730 -104.980 656 Denver
737 TX 78704 30.250 -97.750 558 Austin
737 TX 78641 30.580 -97.850 558 Leander
757 VA 23510 36.850 -76.290 252 Norfolk
773 IL 60614 41.920 -87.650 358 Chicago
786 FL 33131 25.760 -80.190 460 Miami
801 UT 84101 40.760 -111.890 660 Salt Lake City
804 VA 23219 37.540 -77.440 248 Richmond
808 HI 96720 19.720 -155.090 834 Hilo
808 HI 96813 21.310 -157.860 834 Honolulu
813 FL 33602 27.950 -82.460 952 Tampa
816 MO 64105 39.100 -94.580 524 Kansas City
830 TX 78130 29.700 -98.120 566 New Braunfels
843 SC 29401 32.780 -79.930 436 Charleston
857 MA 02116 42.350 -71.070 128 Boston
872 IL 60607 41.870 -87.650 358 Chicago
901 TN 38103 35.150 -90.050 468 Memphis
904 FL 32202 30.330 -81.660 452 Jacksonville
907 AK 99501 61.220 -149.900 832 Anchorage
913 KS 66101 39.110 -94.630 524 Kansas City
919 NC 27601 35.780 -78.640 426 Raleigh
971 OR 97210 45.530 -122.700 672 Portland
972 TX 75074 33.020 -96.700 552 Plano
979 TX 77840 30.620 -96.310 560 College Station
`

const PLACES = new Map<string, Place[]>()
for (const line of LINES.trim().split('\n')) {
  const [areaCode, region, postalCode, latitude, longitude, lata, ...locality] = line.split(' ') as [string, ...string[]]
  const place = { region, postalCode, latitude: `${latitude}000`, longitude: `${longitude}000`, lata, locality: locality.join(' ') }
  PLACES.set(areaCode, [...(PLACES.get(areaCode) ?? []), place as Place])
}

export const placesOf = (areaCode: string): Place[] => PLACES.get(areaCode) ?? []
export const localAreaCodes = (): string[] => [...PLACES.keys()]

export const TOLL_FREE_CODES = ['800', '833', '844', '855', '866', '877', '888']
export const isTollFree = (phoneNumber: string): boolean => TOLL_FREE_CODES.includes(phoneNumber.slice(2, 5))

const EARTH_RADIUS_MILES = 3_958.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Miles along the earth between two places given as degrees. */
export function milesBetween(one: [number, number], other: [number, number]): number {
  const [fromLat, fromLong, toLat, toLong] = [...one, ...other].map(radians) as [number, number, number, number]
  const half = Math.sin((toLat - fromLat) / 2) ** 2 + Math.cos(fromLat) * Math.cos(toLat) * Math.sin((toLong - fromLong) / 2) ** 2
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(half))
}

export const degreesOf = (place: Place): [number, number] => [Number(place.latitude), Number(place.longitude)]
