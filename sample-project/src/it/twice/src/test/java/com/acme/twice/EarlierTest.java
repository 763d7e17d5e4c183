package com.acme.twice;

class EarlierTest extends Reviews {}
