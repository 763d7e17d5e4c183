package com.acme.ranking;

class ThirdTest extends Reviews {}
