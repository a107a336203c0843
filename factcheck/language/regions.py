"""Which place lies in which, by the keys of the table of names: kaohsiung in taiwan, romania in eu."""

from __future__ import annotations

from functools import lru_cache

_MEMBERS = {
    "eu": (
        "austria,belgium,bulgaria,croatia,cyprus,czechia,denmark,estonia,finland,france,germany,"
        "greece,hungary,ireland,italy,latvia,lithuania,luxembourg,malta,netherlands,poland,portugal,"
        "romania,slovakia,slovenia,spain,sweden,eurozone"
    ),
    "eurozone": (
        "austria,belgium,croatia,cyprus,estonia,finland,france,germany,greece,ireland,italy,latvia,"
        "lithuania,luxembourg,malta,netherlands,portugal,slovakia,slovenia,spain"
    ),
    "europe": (
        "eu,eurozone,uk,norway,switzerland,iceland,ukraine,belarus,moldova,serbia,albania,bosnia,"
        "kosovo,montenegro,north macedonia,andorra,monaco,san marino,liechtenstein,vatican"
    ),
    "asia": (
        "china,taiwan,hong kong,macau,japan,south korea,north korea,mongolia,india,pakistan,"
        "bangladesh,sri lanka,nepal,bhutan,maldives,afghanistan,kazakhstan,kyrgyzstan,tajikistan,"
        "turkmenistan,uzbekistan,southeast asia,asean,middle east"
    ),
    "southeast asia": "asean,east timor",
    "asean": (
        "brunei,cambodia,indonesia,laos,malaysia,myanmar,philippines,singapore,thailand,vietnam"
    ),
    "middle east": (
        "bahrain,egypt,iran,iraq,israel,jordan,kuwait,lebanon,oman,palestine,qatar,saudi arabia,"
        "syria,turkey,uae,yemen"
    ),
    "africa": (
        "algeria,angola,benin,botswana,burkina faso,burundi,cabo verde,cameroon,"
        "central african republic,chad,comoros,congo,congo drc,djibouti,egypt,equatorial guinea,"
        "eritrea,eswatini,ethiopia,gabon,gambia,ghana,guinea,guinea-bissau,ivory coast,kenya,lesotho,"
        "liberia,libya,madagascar,malawi,mali,mauritania,mauritius,morocco,mozambique,namibia,niger,"
        "nigeria,rwanda,sao tome,senegal,seychelles,sierra leone,somalia,south africa,south sudan,"
        "sudan,tanzania,togo,tunisia,uganda,zambia,zimbabwe"
    ),
    "north america": "us,canada,mexico",
    "latin america": (
        "argentina,belize,bolivia,brazil,chile,colombia,costa rica,cuba,dominican republic,ecuador,"
        "el salvador,guatemala,guyana,haiti,honduras,mexico,nicaragua,panama,paraguay,peru,suriname,"
        "uruguay,venezuela"
    ),
    "china": (
        "beijing,shanghai,tianjin,chongqing,anhui,fujian,gansu,guangdong,guangxi,guizhou,hainan,"
        "hebei,heilongjiang,henan,hubei,hunan,inner mongolia,jiangsu,jiangxi,jilin,liaoning,ningxia,"
        "qinghai,shaanxi,shandong,shanxi,sichuan,tibet,xinjiang,yunnan,zhejiang"
    ),
    "guangdong": "guangzhou,shenzhen,dongguan,zhuhai,foshan,huizhou,shantou",
    "zhejiang": "hangzhou,ningbo,wenzhou,shaoxing,jiaxing,yiwu",
    "jiangsu": "nanjing,suzhou,wuxi,changzhou,nantong,xuzhou,yangzhou,kunshan",
    "hubei": "wuhan",
    "hunan": "changsha,zhuzhou",
    "sichuan": "chengdu,mianyang",
    "shaanxi": "xi'an",
    "anhui": "hefei,wuhu",
    "fujian": "xiamen,fuzhou,quanzhou",
    "liaoning": "dalian,shenyang",
    "shandong": "qingdao,jinan,yantai",
    "henan": "zhengzhou,luoyang",
    "shanxi": "taiyuan",
    "taiwan": (
        "taipei,new taipei,taoyuan,hsinchu,miaoli,taichung,changhua,nantou,yunlin,chiayi,tainan,"
        "kaohsiung,pingtung,yilan,hualien,taitung,keelung,penghu,kinmen"
    ),
    "hong kong": "kowloon,new territories",
    "japan": (
        "tokyo,osaka,nagoya,hokkaido,kyushu,kumamoto,yokohama,kobe,kyoto,fukuoka,sapporo,hiroshima,"
        "sendai,nagasaki"
    ),
    "south korea": "seoul,busan,incheon,daegu,pyeongtaek,yongin,cheongju,pohang,ulsan",
    "india": "new delhi,mumbai,bengaluru,chennai,hyderabad,kolkata",
    "thailand": "bangkok",
    "vietnam": "hanoi,ho chi minh city,haiphong,da nang",
    "philippines": "manila,cebu",
    "indonesia": "jakarta,batam,surabaya",
    "malaysia": "kuala lumpur,penang,johor",
    "saudi arabia": "riyadh",
    "uae": "abu dhabi,dubai",
    "turkey": "istanbul,ankara",
    "us": (
        "alabama,alaska,arizona,california,colorado,florida,georgia state,illinois,indiana,kentucky,"
        "massachusetts,michigan,minnesota,nevada,new york,north carolina,ohio,oregon,pennsylvania,"
        "south carolina,tennessee,texas,virginia,washington state,washington,wisconsin,"
        "silicon valley,wall street,boise"
    ),
    "california": "los angeles,san francisco,santa clara,silicon valley,san diego,palo alto,cupertino",
    "illinois": "chicago",
    "washington state": "seattle",
    "uk": "london,edinburgh,manchester",
    "france": "paris,lyon,grenoble",
    "germany": "berlin,dresden,frankfurt,munich,hamburg,stuttgart,leipzig,magdeburg",
    "spain": "madrid,barcelona",
    "portugal": "lisbon",
    "netherlands": "the hague,rotterdam,amsterdam,eindhoven,veldhoven",
    "belgium": "brussels",
    "switzerland": "davos,geneva,zurich",
    "russia": "moscow,st petersburg",
    "australia": "sydney,melbourne,brisbane,perth,canberra",
    "canada": "toronto,vancouver,montreal,ottawa,calgary",
    "italy": "milan,turin",
    "austria": "vienna",
    "sweden": "stockholm,gothenburg",
    "denmark": "copenhagen",
    "norway": "oslo",
    "finland": "helsinki",
    "poland": "warsaw,wroclaw",
    "czechia": "prague",
    "hungary": "budapest",
    "romania": "bucharest",
    "greece": "athens",
    "ireland": "dublin",
    "ukraine": "kyiv",
    "israel": "tel aviv,haifa",
    "egypt": "cairo",
    "kenya": "nairobi",
    "nigeria": "lagos",
    "south africa": "johannesburg,cape town",
    "morocco": "casablanca",
    "qatar": "doha",
    "iran": "tehran",
    "iraq": "baghdad",
    "pakistan": "karachi,islamabad",
    "bangladesh": "dhaka",
    "mexico": "mexico city,monterrey,guadalajara",
    "brazil": "sao paulo,rio de janeiro",
    "argentina": "buenos aires",
    "peru": "lima",
    "colombia": "bogota",
    "texas": "houston,dallas,austin",
    "massachusetts": "boston",
    "arizona": "phoenix",
    "oregon": "portland,hillsboro",
    "michigan": "detroit",
    "georgia state": "atlanta",
    "florida": "miami",
    "colorado": "denver",
    "nevada": "las vegas",
    "pennsylvania": "philadelphia,pittsburgh",
    "ohio": "cleveland",
    "minnesota": "minneapolis",
    "tennessee": "nashville",
    "new zealand": "auckland",
    "hebei": "shijiazhuang,xiong'an",
    "heilongjiang": "harbin",
    "jilin": "changchun",
    "gansu": "lanzhou",
    "xinjiang": "urumqi",
    "yunnan": "kunming",
    "guizhou": "guiyang",
    "guangxi": "nanning",
    "hainan": "haikou",
    "jiangxi": "nanchang",
    "inner mongolia": "hohhot",
    "ningxia": "yinchuan",
    "qinghai": "xining",
    "tibet": "lhasa",
    "kyushu": "kumamoto,fukuoka,nagasaki",
    "hokkaido": "sapporo",
    "silicon valley": "santa clara,palo alto,cupertino",
}  # fmt: skip
"""Members as of 2025 (UN M49 for continents, europa.eu for the Union and its currency area)."""
SEATS = frozenset(
    [
        *(
            "beijing",
            "washington",
            "london",
            "tokyo",
            "seoul",
            "taipei",
            "moscow",
            "brussels",
            "the hague",
            "berlin",
        ),
        *(
            "kyiv",
            "tehran",
            "ankara",
            "cairo",
            "ottawa",
            "canberra",
            "islamabad",
            "baghdad",
            "warsaw",
            "budapest",
        ),
        *("athens", "vienna", "doha", "dhaka", "prague", "bucharest", "copenhagen", "stockholm", "oslo"),
        *("helsinki", "dublin", "nairobi", "mexico city", "buenos aires", "lima", "bogota"),
        *("paris", "new delhi", "hanoi", "manila", "jakarta", "riyadh", "madrid", "lisbon", "wall street"),
        "silicon valley",
    ]
)
"""Seats of governments and trades, which often stand for these."""
WORLD = "world"
_REGIONS = frozenset(
    [
        *(
            "eu",
            "eurozone",
            "europe",
            "asia",
            "southeast asia",
            "asean",
            "middle east",
            "africa",
            "north america",
        ),
        "latin america",
    ]
)


_WITH_PROVINCES = frozenset(["china", "us", "taiwan", "hong kong"])
TOWNS = (
    frozenset(
        town.strip()
        for whole, parts in _MEMBERS.items()
        if whole not in _REGIONS | _WITH_PROVINCES
        for town in parts.split(",")
    )
    - _MEMBERS.keys()
    - SEATS
)
"""Towns, after which firms and bodies are named: Boston Scientific, Kobe Steel."""


@lru_cache(maxsize=1)
def _inside() -> dict[str, frozenset[str]]:
    """Each place with all that it lies in."""
    direct: dict[str, set[str]] = {}
    for whole, parts in _MEMBERS.items():
        for part in parts.split(","):
            direct.setdefault(part, set()).add(whole)
    found: dict[str, frozenset[str]] = {}

    def above(place: str) -> frozenset[str]:
        if place not in found:
            wholes = direct.get(place, set())
            found[place] = frozenset(wholes).union(*(above(whole) for whole in wholes))
        return found[place]

    for place in direct:
        above(place)
    return found


def lies_in(part: str, whole: str) -> bool:
    """Whether the first place, by its key, is a part of the second; every place is one of the world."""
    return (whole == WORLD and part != WORLD) or whole in _inside().get(part, frozenset())


def is_part_of_country(place: str) -> bool:
    """Whether the place is a city, a state or a province."""
    return any(not _is_region(whole) for whole in _inside().get(place, frozenset()))


def _is_region(place: str) -> bool:
    return place in _REGIONS
